import { bandShares } from '../chart-geometry';
import { annotationBaseline, annotationSize, annotationSpan, annotationText } from './picture-layout';
import { at, halo, inks, y } from './picture-place';
import type { Drawing } from './picture-place';

/** Cycles: labelled blocks under the axis with a faint band above. */
export function Bands({ model, layout }: Drawing) {
  const { heights, plot } = layout;
  return model.bands.map((band, index) => {
    const shares = bandShares(model.xAxis, band);
    if (!shares) return null;
    const left = plot.left + shares.left * plot.width;
    const width = (shares.right - shares.left) * plot.width;
    const label = width > 110 ? band.label : width > 24 ? band.shortLabel : '';
    return (
      <g key={index}>
        <rect x={left} width={width} y={heights.top} height={heights.bottom - heights.top} fill={inks.band} />
        <rect
          x={left}
          width={width}
          y={heights.bandTop}
          height={heights.bandHeight}
          rx="6"
          fill={inks.accentWash}
        />
        <text
          x={left + width / 2}
          y={heights.bandTop + 21}
          textAnchor="middle"
          fontWeight="600"
          fill={inks.accent}
        >
          {label}
        </text>
      </g>
    );
  });
}

/** Quiet horizontal lines with their numbers, and the dates. */
export function Axes(drawing: Drawing) {
  const { model, layout } = drawing;
  const { plot, heights } = layout;
  return (
    <g fill={inks.soft}>
      {model.yAxis.ticks.map((tick) => (
        <g key={tick.y}>
          <line
            x1={plot.left}
            x2={plot.left + plot.width}
            y1={y(drawing, tick.y)}
            y2={y(drawing, tick.y)}
            stroke={inks.line}
            strokeWidth="1.5"
          />
          <text x={plot.left - 12} y={y(drawing, tick.y) + 6} textAnchor="end">
            {tick.label}
          </text>
        </g>
      ))}
      {model.xAxis.ticks.map((tick) => (
        <text key={tick.date} x={at(drawing, tick.date)} y={heights.dates} textAnchor="middle">
          {tick.label}
        </text>
      ))}
    </g>
  );
}

/** What people noted: the lines first, so that none crosses the words of another. */
export function Annotations(drawing: Drawing) {
  const { model, layout } = drawing;
  const placed = model.annotations.flatMap((annotation, index) => {
    const row = layout.annotationRows[index] ?? null;
    if (row === null) return [];
    const baseline = annotationBaseline(layout, row, model.brackets.length > 0);
    return [{ index, text: annotation.text, x: at(drawing, annotation.date), baseline }];
  });
  return (
    <g>
      {placed.map(({ index, x, baseline }) => (
        <line
          key={index}
          x1={x}
          x2={x}
          y1={baseline + 6}
          y2={layout.heights.bottom}
          strokeDasharray="2 6"
          strokeWidth="1.5"
          stroke={inks.soft}
        />
      ))}
      {placed.map(({ index, x, baseline, text }) => (
        <text
          key={index}
          {...halo}
          x={x}
          y={baseline}
          fontSize={annotationSize}
          textAnchor={annotationSpan(x, text).anchor}
          fill={inks.soft}
        >
          {annotationText(text)}
        </text>
      ))}
    </g>
  );
}
