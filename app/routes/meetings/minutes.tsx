export function loader() {
  return null;
}
export default function Minutes() {
  return null;
}
