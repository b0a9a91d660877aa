import { useState } from 'react';
import { fileName } from '~/lib/file-name';
import { Button } from '~/ui/button';
import { PrintButton } from '~/ui/print-button';
import { useScriptReady } from '~/ui/script-ready';
import { savePng } from './save-as-png';
import { tableAsHtml, tableAsText } from './table-for-copying';
import type { PlainTable } from './table-for-copying';

const linkLook = 'inline-flex min-h-11 items-center px-1 font-semibold text-soft underline hover:text-ink';

type Props = {
  measureId: string;
  /** Measure and group, as they name the files and the chart. */
  measureName: string;
  group: { id: string; name: string };
  table: PlainTable;
};

/** A chart to take along: as a picture, as numbers, as a table, on paper. Links work without script; the rest needs it. */
export function TakeChart({ measureId, measureName, group, table }: Props) {
  const ready = useScriptReady();
  const [said, setSaid] = useState('');
  const of = `?group=${encodeURIComponent(group.id)}`;
  const picture = `/measures/${measureId}/chart.svg${of}`;

  async function takePng() {
    setSaid('Drawing the picture…');
    try {
      await savePng(picture, fileName([measureName, group.name], 'png'));
      setSaid('The picture is saved with your downloads.');
    } catch {
      setSaid('The picture could not be drawn here. The SVG holds the same.');
    }
  }

  async function copyTable() {
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([tableAsHtml(table)], { type: 'text/html' }),
          'text/plain': new Blob([tableAsText(table)], { type: 'text/plain' }),
        }),
      ]);
      setSaid('Copied. Paste it into a document, a slide or a spreadsheet.');
    } catch {
      setSaid('Copying does not work in this browser. The CSV holds the same numbers.');
    }
  }

  return (
    <div role="group" aria-label={`Take this chart with you: ${group.name}`} className="print:hidden">
      <div className="flex flex-wrap items-center gap-x-4 text-sm">
        {ready ? (
          <Button type="button" tone="quiet" onClick={() => void takePng()}>
            Picture (PNG)
          </Button>
        ) : null}
        <a href={picture} download className={linkLook}>
          Picture (SVG)
        </a>
        <a href={`/measures/${measureId}/data.csv${of}`} download className={linkLook}>
          Numbers (CSV)
        </a>
        {ready ? (
          <Button type="button" tone="quiet" onClick={() => void copyTable()}>
            Copy as a table
          </Button>
        ) : null}
        <PrintButton tone="quiet">Print</PrintButton>
      </div>
      <p role="status" className="px-1 text-sm text-soft">
        {said}
      </p>
    </div>
  );
}
