export default function Idea() { return null; }
