import type { RunChartModel } from '../chart-model';
import { chartSummary } from '../verdict/chart-summary';
import type { RunChartVerdict } from '../verdict/run-chart-verdict';
import { pictureLayout, signRoom } from './picture-layout';
import type { PictureText, TextBlock } from './picture-layout';
import { PictureChart } from './picture-marks';
import { inks } from './picture-place';
import { plainText } from './wrapped-text';

const washes: Record<RunChartVerdict['tone'], { wash: string; ink: string }> = {
  toward: { wash: inks.towardWash, ink: inks.toward },
  away: { wash: inks.awayWash, ink: inks.away },
  plain: { wash: inks.earlyWash, ink: inks.ink },
  early: { wash: inks.earlyWash, ink: inks.soft },
};

type Props = { model: RunChartModel; text: PictureText };

/** Free of what XML may not hold, wherever people's own words come in. */
function cleaned({ model, text }: Props): Props {
  return {
    model: {
      ...model,
      annotations: model.annotations.map((one) => ({ ...one, text: plainText(one.text) })),
      bands: model.bands.map((one) => ({ ...one, label: plainText(one.label) })),
      goal: model.goal && { ...model.goal, label: plainText(model.goal.label) },
      phases: model.phases.map((one) => ({ ...one, label: plainText(one.label) })),
      yAxis: model.yAxis,
    },
    text: {
      measure: plainText(text.measure),
      group: plainText(text.group),
      definition: plainText(text.definition),
      source: plainText(text.source),
      span: text.span,
    },
  };
}

/**
 * A chart as a document of its own, 1,200 pixels wide and as high as its words need: title, verdict, chart, definition
 * and source. It stands without style sheet, script or font of ours.
 */
export function ChartPicture(props: Props) {
  const { model, text } = cleaned(props);
  const layout = pictureLayout(model, text);
  const { width, height, edge, heights } = layout;
  const { wash, ink } = washes[model.verdict.tone];
  const signTop = layout.headline.top + 4;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="title summary"
      fontFamily="'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', 'Helvetica Neue', Arial, sans-serif"
    >
      <title id="title">{[text.measure, text.group].filter(Boolean).join(', ')}</title>
      <desc id="summary">
        {plainText([model.verdict.headline, model.verdict.detail, chartSummary(model)].join(' '))}
      </desc>
      <rect width={width} height={height} fill={inks.surface} />
      <Words block={layout.title} x={edge} fill={inks.ink} weight="700" />
      <Words block={layout.group} x={edge} fill={inks.soft} />
      <circle cx={edge + 14} cy={signTop + 14} r="14" fill={wash} />
      <Sign verdict={model.verdict} x={edge + 14} y={signTop + 14} ink={ink} />
      <Words block={layout.headline} x={edge + signRoom} fill={inks.ink} weight="600" />
      <Words block={layout.detail} x={edge + signRoom} fill={inks.soft} />
      {model.points.length > 0 ? <PictureChart model={model} layout={layout} /> : null}
      <line
        x1={edge}
        x2={width - edge}
        y1={heights.total + 10}
        y2={heights.total + 10}
        stroke={inks.line}
        strokeWidth="1.5"
      />
      <Words block={layout.definition} x={edge} fill={inks.ink} />
      <Words block={layout.source} x={edge} fill={inks.soft} />
    </svg>
  );
}

function Words({ block, x, fill, weight }: { block: TextBlock; x: number; fill: string; weight?: string }) {
  return (
    <text fontSize={block.size} fontWeight={weight} fill={fill}>
      {block.lines.map((line, index) => (
        <tspan key={index} x={x} y={block.top + block.size + index * block.lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Up, down, both ways, or three dots for not yet: drawn, since not every font has arrows. */
function Sign({ verdict, x, y, ink }: { verdict: RunChartVerdict; x: number; y: number; ink: string }) {
  if (verdict.state !== 'changed')
    return (
      <g fill={ink}>
        {[-5, 0, 5].map((step) => (
          <circle key={step} cx={x + step} cy={y} r="1.8" />
        ))}
      </g>
    );
  const up = `M${x - 5} ${y - 1}L${x} ${y - 6}L${x + 5} ${y - 1}`;
  const down = `M${x - 5} ${y + 1}L${x} ${y + 6}L${x + 5} ${y + 1}`;
  const heads = verdict.side === 'above' ? up : verdict.side === 'below' ? down : `${up}${down}`;
  return (
    <path
      d={`M${x} ${y - 6}V${y + 6}${heads}`}
      fill="none"
      stroke={ink}
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}
