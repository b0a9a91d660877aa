import { throwNotFound } from '~/platform/problem-response.server';

export function loader() {
  throwNotFound();
}

export default function NotFound() {
  return null;
}
