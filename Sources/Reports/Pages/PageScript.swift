/// What pages can do more with, where scripts are allowed. Nothing is lost without them.
enum PageScript {
  /// Zooms and scrolls the long trace: the values stand in its paths, pairs of the lowest and the
  /// highest of short stretches.
  static let trace: StaticString = """
    "use strict";(()=>{const svg=document.querySelector("svg.whole");if(!svg)return;
    const left=76,right=684,width=right-left,clock=svg.querySelector(".clock"),total=+clock.dataset.seconds,times=svg.querySelector(".times");
    const traces=[...svg.querySelectorAll(".trace")].map(path=>{const text=atob(path.dataset.values),values=new Int16Array(text.length/2);
    for(let i=0;i<values.length;i++)values[i]=text.charCodeAt(2*i)|text.charCodeAt(2*i+1)<<8;
    return{path,values,first:path.getAttribute("d"),top:+path.dataset.top,bottom:+path.dataset.bottom}});
    const first=clock.innerHTML,y=clock.querySelector("line")?.getAttribute("y1")|0,most=Math.max(1,Math.min(200,Math.floor(total*2),Math.floor(traces[0].values.length/200)));
    let zoom=1,start=0;
    const tick=span=>{const rough=span/8,power=10**Math.floor(Math.log10(rough));return[1,2,5,10].map(n=>n*power).find(n=>n>=rough)};
    const make=(name,attributes,text)=>{const node=document.createElementNS("http://www.w3.org/2000/svg",name);for(const key in attributes)node.setAttribute(key,attributes[key]);if(text)node.textContent=text;return node};
    const draw=()=>{const span=total/zoom;start=Math.max(0,Math.min(start,total-span));
    times.setAttribute("transform",`translate(${left-zoom*(left+width*start/total)} 0) scale(${zoom} 1)`);
    for(const t of traces){if(zoom===1){t.path.setAttribute("d",t.first);continue}
    const count=t.values.length/2,from=Math.floor(start/total*count),to=Math.min(count,Math.ceil((start+span)/total*count));
    const step=Math.max(1,Math.floor((to-from)/width));let d="",down=false;
    for(let i=from;i<to;i+=step){let low=32767,high=-32768;for(let k=i;k<Math.min(to,i+step);k++){if(t.values[2*k]===-32768)continue;low=Math.min(low,t.values[2*k]);high=Math.max(high,t.values[2*k+1])}
    if(high<low){down=false;continue}
    const x=left+width*((i+step/2)/count*total-start)/span,place=v=>t.bottom+(t.top-t.bottom)*Math.max(0,Math.min(10000,v))/10000;
    d+=`${down?"L":"M"}${x.toFixed(1)} ${place(low).toFixed(1)}V${place(high).toFixed(1)}`;down=true}
    t.path.setAttribute("d",d)}
    if(zoom===1){clock.innerHTML=first;return}clock.replaceChildren();const step=tick(span);
    for(let n=Math.ceil(start/step);n*step<=start+span;n++){const x=left+width*(n*step-start)/span;
    clock.append(make("line",{class:"frame",x1:x,x2:x,y1:y,y2:y+3}),make("text",{class:"tick",x,y:y+12,"text-anchor":"middle"},+(n*step).toFixed(3)+"\\u202fs"))}};
    const controls=document.createElement("div");controls.className="controls";
    const slider=(name,max,step,change)=>{const label=document.createElement("label"),input=document.createElement("input");input.type="range";input.min=0;input.max=max;input.step=step;input.value=0;input.addEventListener("input",()=>{change(+input.value);draw()});label.append(name,input);controls.append(label);return input};
    const words=svg.parentElement.dataset;
    slider(words.zoom,1,.01,v=>{const middle=start+total/zoom/2;zoom=most**v;start=middle-total/zoom/2;scroll.value=start/Math.max(1e-9,total-total/zoom)});
    const scroll=slider(words.scroll,1,.001,v=>{start=v*(total-total/zoom)});
    if(most>1)svg.parentElement.after(controls);
    addEventListener("beforeprint",()=>{const kept=[zoom,start];zoom=1;draw();[zoom,start]=kept});addEventListener("afterprint",draw)})();
    """

  /// Sorts the table of recordings by a column, and filters it by words and pattern.
  static let table: StaticString = """
    "use strict";(()=>{const table=document.querySelector("table.recordings");if(!table)return;const body=table.tBodies[0],rows=[...body.rows];
    const value=(row,i)=>{const cell=row.cells[i];return cell.dataset.value===undefined?cell.textContent:+cell.dataset.value};
    [...table.tHead.rows[0].cells].forEach((head,i)=>{if(i===1)return;const button=document.createElement("button");button.type="button";button.textContent=head.textContent;head.replaceChildren(button);
    button.addEventListener("click",()=>{const down=head.getAttribute("aria-sort")!=="descending"&&rows[0]?.cells[i].dataset.value!==undefined||head.getAttribute("aria-sort")==="ascending";
    for(const other of table.tHead.rows[0].cells)other.removeAttribute("aria-sort");head.setAttribute("aria-sort",down?"descending":"ascending");
    rows.sort((a,b)=>{const x=value(a,i),y=value(b,i);return(x<y?-1:x>y?1:0)*(down?-1:1)});body.append(...rows)})});
    const filters=document.createElement("div");filters.className="filters";const words=document.createElement("input"),label=document.createElement("label"),choice=document.createElement("label"),select=document.createElement("select");
    label.append(table.dataset.filter,words);for(const name of[table.dataset.all,...new Set(rows.map(r=>r.dataset.pattern))].values()){const option=document.createElement("option");option.textContent=name;select.append(option)}
    choice.append(table.tHead.rows[0].cells[2].textContent,select);filters.append(label,choice);table.parentElement.before(filters);
    const show=()=>{const text=words.value.toLowerCase();for(const row of rows)row.hidden=!row.cells[0].textContent.toLowerCase().includes(text)||select.selectedIndex>0&&row.dataset.pattern!==select.value};
    words.addEventListener("input",show);select.addEventListener("change",show)})();
    """
}
