import { Link } from 'react-router';
import type { PostKind } from '#db/vocabulary';
import { PostKindBadge } from '~/features/feed/post-parts';
import { mostPosts } from './report-bounds';

/** A post that may be told of; `kind` is null where it may not be shown any more. */
export type PostToChoose = { id: string; kind: PostKind | null; title: string; about: string };

type Props = {
  posts: PostToChoose[];
  /** `1` for the first of the report, by the post's id. */
  places: Map<string, string>;
  /** `1st`, `2nd` … */
  placeWords: string[];
};

function PlaceSelect({
  index,
  post,
  place,
  placeWords,
}: {
  index: number;
  post: PostToChoose;
  place: string;
  placeWords: string[];
}) {
  const fieldId = `place-${post.id}`;
  return (
    <>
      <input type="hidden" name={`posts[${index}].id`} value={post.id} />
      <label htmlFor={fieldId} className="sr-only">
        Where does “{post.title}” stand?
      </label>
      <select id={fieldId} name={`posts[${index}].place`} defaultValue={place} className="control">
        <option value="">Not in the report</option>
        {post.kind === null
          ? null
          : placeWords.map((words, at) => (
              <option key={words} value={String(at + 1)}>
                {words} in the report
              </option>
            ))}
      </select>
    </>
  );
}

/** Which wins and losses a report tells of, and in which order; works without script. */
export function PostChoice({ posts, places, placeWords }: Props) {
  return (
    <fieldset className="mt-4">
      <legend className="font-semibold">Which wins and losses does it tell of?</legend>
      <p className="text-sm text-soft">
        Up to {mostPosts}, shared with the whole network within the report’s time, as their teams signed them.
        Two with one place stay in this order.
      </p>
      {posts.length === 0 ? (
        <p className="mt-2">
          None was shared with the whole network in this time. Look into the <Link to="/feed">feed</Link>, or
          choose another time above and save.
        </p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {posts.map((post, index) => (
            <li key={post.id} className="grid items-start gap-x-6 gap-y-2 py-3 sm:grid-cols-[1fr_13rem]">
              <div className="min-w-0 wrap-anywhere">
                {post.kind === null ? (
                  <span className="text-soft">{post.title}</span>
                ) : (
                  <>
                    <Link to={`/posts/${post.id}`} className="inline-block min-h-6 font-semibold">
                      <bdi>{post.title}</bdi>
                    </Link>
                    <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
                      <PostKindBadge kind={post.kind} />
                      <bdi>{post.about}</bdi>
                    </span>
                  </>
                )}
              </div>
              <div>
                <PlaceSelect {...{ index, post, placeWords }} place={places.get(post.id) ?? ''} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
