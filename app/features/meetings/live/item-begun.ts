import { useState } from 'react';

export type FormItem = { id: string; title: string };

/**
 * The item that what is typed belongs to: the one the room was in when its writer began, until it is handed in. A room that moves on
 * changes nothing in a form somebody has begun.
 *
 * @param item the item the room is in; null outside one
 * @param formId that of what is typed; another one after each that was handed in
 */
export function useItemBegun<Item extends FormItem | null>(item: Item, formId: string) {
  const [begun, setBegun] = useState<{ formId: string; item: Item } | null>(null);
  const isBegun = begun?.formId === formId;
  return {
    held: isBegun ? begun.item : item,
    begin: () => {
      if (!isBegun) setBegun({ formId, item });
    },
    /** What was typed belongs to this item from now on. */
    hold: (other: Item) => setBegun({ formId, item: other }),
  };
}
