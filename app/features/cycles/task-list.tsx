import { Check } from 'lucide-react';
import { clsx } from 'clsx';
import { Form } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Card } from '~/ui/card';
import type { CycleTask } from './cycle';

type Props = { tasks: CycleTask[]; editable: boolean; today: SchoolDay };

/** Tasks that are ticked with one press, with or without script. */
export function TaskList({ tasks, editable, today }: Props) {
  return (
    <Card labelledBy="tasks" className="pb-3!">
      <h2 id="tasks">Tasks</h2>
      <ul className="mt-2 divide-y divide-line">
        {tasks.map((task) => {
          const done = task.doneAt !== null;
          const about = [task.who, task.dueOn ? formatDay(task.dueOn, today) : '', task.place]
            .filter(Boolean)
            .join(', ');
          const box = (
            <span
              className={clsx(
                'mt-0.5 inline-grid size-6 shrink-0 place-items-center rounded border',
                done ? 'border-accent bg-accent text-on-accent' : 'border-control',
              )}
            >
              {done ? <Check size={16} aria-hidden="true" /> : null}
            </span>
          );
          const words = (
            <span className="text-left">
              <span className={clsx('block', done && 'text-soft line-through')}>{task.what}</span>
              {about ? <span className="block text-sm text-soft">{about}</span> : null}
            </span>
          );
          return (
            <li key={task.id}>
              {editable ? (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="taskId" value={task.id} />
                  <button
                    name="done"
                    value={done ? 'no' : 'yes'}
                    aria-pressed={done}
                    className="flex min-h-12 w-full gap-3 py-2.5"
                  >
                    {box}
                    {words}
                  </button>
                </Form>
              ) : (
                <div className="flex min-h-12 gap-3 py-2.5">
                  {box}
                  {words}
                  <span className="sr-only">{done ? 'done' : 'not done'}</span>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
