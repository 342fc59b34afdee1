import {
  accent,
  accentInk,
  accentSoft,
  control40,
  danger,
  dangerInk,
  ink,
  inkSoft,
  line,
  lineStrong,
  monoFonts,
  paper,
  paper2,
  radius12,
  radius8,
  ring,
  ringOffset,
  space12,
  space16,
  space24,
  space4,
  space8,
  text13,
  text14,
  text16,
  warn,
  warnSoft,
} from './tokens.generated.js';

/**
 * The style of all panels. Each is one class, which wins over a site-wide rule for an element and gives way to whatever
 * an app says of its own panels (`.my-app .whereby-button`). From 200 px to a whole page, and as high as its box.
 */
export const panelRules = `
.whereby-panel{box-sizing:border-box;display:grid;align-content:safe center;justify-items:center;gap:${space8};width:100%;height:100%;margin:0;padding:${space16};overflow:auto;border-radius:inherit;background:${paper};color:${ink};font-size:${text14};line-height:1.45;text-align:center;overflow-wrap:anywhere}
.whereby-panel>*{max-width:100%}
.whereby-panel-icon{box-sizing:border-box;flex:none;width:48px;height:48px;margin:0 0 ${space4};padding:12px;border-radius:${radius12};background:${accentSoft};color:${accent};fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.whereby-panel-icon[data-tone=warn]{background:${warnSoft};color:${warn}}
.whereby-panel-title{margin:0;padding:0;color:inherit;font-size:${text16};font-weight:600;line-height:1.3;text-wrap:balance}
.whereby-panel-text{max-width:min(44ch,100%);margin:0;padding:0;color:${inkSoft};text-wrap:balance}
.whereby-panel-actions{display:flex;flex-wrap:wrap;gap:${space8};justify-content:center;margin:${space12} 0 0}
.whereby-button{box-sizing:border-box;display:inline-flex;align-items:center;justify-content:center;min-height:${control40};margin:0;padding:${space8} ${space16};border:1px solid ${lineStrong};border-radius:${radius8};background:${paper};color:${ink};font:inherit;font-weight:600;line-height:1.3;text-decoration:none;cursor:pointer}
.whereby-button:hover{background:color-mix(in oklab,${ink} 8%,${paper})}
.whereby-button-main{border-color:transparent;background:${accent};color:${accentInk}}
.whereby-button-main:hover{background:color-mix(in oklab,${accent} 88%,${ink})}
.whereby-button-danger{border-color:transparent;background:${danger};color:${dangerInk}}
.whereby-button-danger:hover{background:color-mix(in oklab,${danger} 86%,#000)}
.whereby-button:focus-visible,.whereby-panel summary:focus-visible{outline:${ring};outline-offset:${ringOffset}}
.whereby-spinner{animation:whereby-turn 1s linear infinite;border-radius:50%}
.whereby-details{box-sizing:border-box;width:min(60ch,100%);margin:${space16} 0 0;padding:${space12};border:1px dashed ${line};border-radius:${radius8};background:${paper2};font-size:${text13};text-align:start}
.whereby-details summary{cursor:pointer;font-weight:600}
.whereby-details p{margin:${space8} 0 0}
.whereby-details pre{margin:${space4} 0;padding:${space8};border-radius:${radius8};background:${paper};font:${text13}/1.5 ${monoFonts};white-space:pre-wrap;overflow-wrap:anywhere;user-select:all}
.whereby-details .whereby-button{min-height:32px;padding:${space4} ${space12}}
@keyframes whereby-turn{to{transform:rotate(1turn)}}
@media (min-width:600px){.whereby-panel{padding:${space24}}}
@media (prefers-reduced-motion:reduce){.whereby-spinner{animation-duration:6s}}
@media (forced-colors:active){.whereby-panel-icon,.whereby-panel-icon[data-tone]{border:1px solid CanvasText;background:Canvas;color:CanvasText}}
@media print{.whereby-panel{display:none}}
`;
