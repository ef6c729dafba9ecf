<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AlternativeCard</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 among these readings</source>
        <translation>在这些读法中占 %1</translation>
    </message>
    <message>
        <source>Alternative %1</source>
        <translation>备选 %1</translation>
    </message>
    <message>
        <source>choose with Alt+%1</source>
        <translation>按 Alt+%1 选择</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
</context>
<context>
    <name>AlternativesStrip</name>
    <message>
        <source>Alternatives</source>
        <translation>备选结果</translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message numerus="yes">
        <source>%n entries go with their pictures, everything that was corrected, and everything that was learned from it. Files you exported stay. This cannot be undone.</source>
        <translation>
            <numerusform>将删除 %n 条记录及其图片、所有更正以及从中学到的内容。已导出的文件会保留。此操作无法撤销。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries removed from the history.</source>
        <translation>
            <numerusform>已从历史记录中删除 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries written to {path}</source>
        <translation>
            <numerusform>已将 %n 条记录写入 {path}</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is forgotten.</source>
        <translation>已全部清除。</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出历史记录</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>JSON, an entry a line (*.jsonl)</source>
        <translation>JSON，每行一条记录 (*.jsonl)</translation>
    </message>
    <message>
        <source>Removed from the history.</source>
        <translation>已从历史记录中删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ChangeStrip</name>
    <message>
        <source>Changed; copy it, or press Right, if it is right now:</source>
        <translation>已更改；如果现在正确，请复制或点击“正确”：</translation>
    </message>
    <message>
        <source>Learned:</source>
        <translation>已学习：</translation>
    </message>
    <message>
        <source>Marked as right.</source>
        <translation>已标记为正确。</translation>
    </message>
    <message>
        <source>Marked as wrong. Edit the formula to tell what is right.</source>
        <translation>已标记为错误。请编辑公式以给出正确结果。</translation>
    </message>
    <message>
        <source>Take the correction back</source>
        <translation>撤回更正</translation>
    </message>
    <message>
        <source>Take this back with all that followed from it</source>
        <translation>撤回此项及其全部影响</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{new} added</source>
        <translation>添加了 {new}</translation>
    </message>
    <message>
        <source>{old} became {new}</source>
        <translation>{old} 改为 {new}</translation>
    </message>
    <message>
        <source>{old} removed</source>
        <translation>删除了 {old}</translation>
    </message>
</context>
<context>
    <name>ConfidenceDialog</name>
    <message numerus="yes">
        <source>%n formulas; weight {weight} in the choice among readings</source>
        <translation>
            <numerusform>%n 个公式；在读法选择中的权重为 {weight}</numerusform>
        </translation>
    </message>
    <message>
        <source>Add what another computer has learned</source>
        <translation>添加另一台计算机学到的内容</translation>
    </message>
    <message>
        <source>All verdicts and corrections go, and what they taught: the confidence is as shipped again, corrected pictures are read anew. The history stays. This cannot be undone.</source>
        <translation>将删除所有判定和更正以及从中学到的内容：置信度恢复为出厂状态，已更正的图片将重新识别。历史记录保留。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭此窗口（Esc）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Forget all verdicts and what they taught</source>
        <translation>清除所有判定及从中学到的内容</translation>
    </message>
    <message>
        <source>How sure is sure</source>
        <translation>置信度有多可靠</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Nothing was said about answers so far. Copy, correct, or press Right or Wrong.</source>
        <translation>目前还没有对结果的判定。请复制、更正，或点击“正确”或“错误”。</translation>
    </message>
    <message>
        <source>Of all answers shown with 80 % confidence, 80 % should be right. Each point is what your own verdicts say about that: on the dashed line the confidence kept its word.</source>
        <translation>置信度为 80 % 的结果应有 80 % 是正确的。每个点表示您的判定结果：落在虚线上说明置信度可信。</translation>
    </message>
    <message>
        <source>Reliability diagram, confidence: share that was right (verdicts)</source>
        <translation>可靠性图，置信度：正确比例（判定数）</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>重置…</translation>
    </message>
    <message>
        <source>Surely right</source>
        <translation>确定正确</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Write what was learned into a file, for another computer</source>
        <translation>将学到的内容写入文件，供另一台计算机使用</translation>
    </message>
    <message>
        <source>Your notation</source>
        <translation>您的记法</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>出厂状态</translation>
    </message>
    <message>
        <source>confidence shown</source>
        <translation>显示的置信度</translation>
    </message>
    <message>
        <source>from {start} on: {share} of {count} were right (95 % interval {low} to {high})</source>
        <translation>从 {start} 起：{count} 个中有 {share} 正确（95 % 区间 {low} 至 {high}）</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>not known yet: it takes 30 verdicts of which 95 % are right</source>
        <translation>尚不清楚：需要 30 个判定，其中 95 % 正确</translation>
    </message>
    <message>
        <source>perfect</source>
        <translation>理想</translation>
    </message>
    <message>
        <source>share that was right</source>
        <translation>正确比例</translation>
    </message>
    <message>
        <source>surely right</source>
        <translation>确定正确</translation>
    </message>
    <message>
        <source>with your verdicts</source>
        <translation>含您的判定</translation>
    </message>
    <message>
        <source>{before} as shipped, {after} with your verdicts</source>
        <translation>出厂状态 {before}，含您的判定 {after}</translation>
    </message>
    <message>
        <source>{right} right, {chosen} another reading, {wrong} wrong</source>
        <translation>{right} 个正确，{chosen} 个选了其他读法，{wrong} 个错误</translation>
    </message>
</context>
<context>
    <name>ConfidenceLine</name>
    <message>
        <source>%1 % before calibration</source>
        <translation>校准前 %1 %</translation>
    </message>
    <message>
        <source>%1 % sure: compare it with the picture</source>
        <translation>置信度 %1 %：请与图片对照</translation>
    </message>
    <message>
        <source>%1 % sure: looks right</source>
        <translation>置信度 %1 %：看起来正确</translation>
    </message>
    <message>
        <source>%1 % sure: probably wrong</source>
        <translation>置信度 %1 %：可能有误</translation>
    </message>
    <message>
        <source>%1 (F8)</source>
        <translation>%1（F8）</translation>
    </message>
    <message>
        <source>%1 doubtful symbols</source>
        <translation>%1 个存疑符号</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>1 doubtful symbol</source>
        <translation>1 个存疑符号</translation>
    </message>
    <message>
        <source>Go to the next doubtful symbol (F8; Shift+F8 goes back)</source>
        <translation>转到下一个存疑符号（F8；Shift+F8 返回上一个）</translation>
    </message>
    <message>
        <source>How sure is sure</source>
        <translation>置信度有多可靠</translation>
    </message>
    <message>
        <source>Next doubtful symbol, %1</source>
        <translation>下一个存疑符号，%1</translation>
    </message>
    <message>
        <source>Show how well the confidence has kept its word so far</source>
        <translation>显示置信度至今有多可信</translation>
    </message>
    <message>
        <source>confidence unknown</source>
        <translation>置信度未知</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>remembered</source>
        <translation>来自记忆</translation>
    </message>
    <message>
        <source>the same picture was read before (similarity %1 %)</source>
        <translation>同一图片之前已识别过（相似度 %1 %）</translation>
    </message>
</context>
<context>
    <name>ConversionController</name>
    <message>
        <source>Convert into</source>
        <translation>转换为</translation>
    </message>
    <message>
        <source>{name} is being converted. This document can be converted after it.</source>
        <translation>正在转换 {name}。此文档可在其后转换。</translation>
    </message>
</context>
<context>
    <name>ConversionPanel</name>
    <message>
        <source>Asks for the file to write</source>
        <translation>询问要写入的文件</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Convert again to go on.</source>
        <translation>再次转换即可继续。</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>转换…</translation>
    </message>
    <message>
        <source>For example 2-5,8,-1; -1 is the last page</source>
        <translation>例如 2-5,8,-1；-1 表示最后一页</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes to the next formula that may be wrong</source>
        <translation>转到下一个可能有误的公式</translation>
    </message>
    <message>
        <source>In the program that the system has for it</source>
        <translation>用系统默认程序打开</translation>
    </message>
    <message>
        <source>Next doubtful (F8)</source>
        <translation>下一个存疑公式（F8）</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Pages that could not be read: {pages}.</source>
        <translation>无法读取的页：{pages}。</translation>
    </message>
    <message>
        <source>Pages that were read</source>
        <translation>已读取的页</translation>
    </message>
    <message>
        <source>Pages to convert</source>
        <translation>要转换的页</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pauses, and goes on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The models are loading…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>What the document is converted to</source>
        <translation>文档要转换成的格式</translation>
    </message>
    <message>
        <source>Writes what was read so far; the next conversion goes on there</source>
        <translation>写出目前已读取的内容；下次转换从那里继续</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>已写入 {name}。</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>大约还剩 {minutes} 分钟</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>大约还剩 {seconds} 秒</translation>
    </message>
    <message>
        <source>all pages</source>
        <translation>所有页</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n pages</source>
        <translation>
            <numerusform>{done} / %n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n pages.</source>
        <translation>
            <numerusform>{done} / %n 页。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConvertedText</name>
    <message>
        <source>Converted text</source>
        <translation>转换后的文本</translation>
    </message>
    <message>
        <source>The text appears here, page by page.</source>
        <translation>文本将逐页显示在这里。</translation>
    </message>
    <message>
        <source>could not be read: {problem}</source>
        <translation>无法读取：{problem}</translation>
    </message>
    <message>
        <source>from the picture</source>
        <translation>来自图像</translation>
    </message>
    <message>
        <source>— Page {number} —</source>
        <translation>— 第 {number} 页 —</translation>
    </message>
</context>
<context>
    <name>CopyController</name>
    <message>
        <source>Copy as {format}</source>
        <translation>复制为 {format}</translation>
    </message>
    <message>
        <source>More formats</source>
        <translation>更多格式</translation>
    </message>
    <message>
        <source>Save the formula</source>
        <translation>保存公式</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Copied as {format}</source>
        <translation>已复制为 {format}</translation>
    </message>
    <message>
        <source>Copy {format}</source>
        <translation>复制 {format}</translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>没有识别引擎</translation>
    </message>
    <message>
        <source>Proved by a trial run. Loaded in {ms} ms.</source>
        <translation>已通过试运行验证。加载用时 {ms} 毫秒。</translation>
    </message>
    <message>
        <source>Reading {number} of {total}…</source>
        <translation>正在识别第 {number} 个，共 {total} 个…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存为 {path}</translation>
    </message>
    <message>
        <source>The models are loading, your picture comes next…</source>
        <translation>正在加载模型，随后处理您的图片…</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>置信度 {percent}</translation>
    </message>
    <message>
        <source>{provider} · model {model}</source>
        <translation>{provider} · 模型 {model}</translation>
    </message>
    <message>
        <source>{sure} · copied as {format}</source>
        <translation>{sure} · 已复制为 {format}</translation>
    </message>
</context>
<context>
    <name>DocumentBar</name>
    <message>
        <source>Convert the document into text</source>
        <translation>将文档转换为文本</translation>
    </message>
    <message>
        <source>Draw frames around formulas, also over text</source>
        <translation>在公式周围画框，也可画在文字上</translation>
    </message>
    <message>
        <source>Find text</source>
        <translation>查找文本</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>适合页面</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Night: light on dark pages</source>
        <translation>夜间：深色页面浅色文字</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Read formulas from the picture, not from the file&apos;s own glyphs</source>
        <translation>从图像而不是文件自带的字形读取公式</translation>
    </message>
    <message>
        <source>Show pages and contents</source>
        <translation>显示页面和目录</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Zoom (Ctrl+wheel; 0 fits the width, 9 the page)</source>
        <translation>缩放（Ctrl+滚轮；0 适合宽度，9 适合页面）</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>共 {count} 页</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>DocumentController</name>
    <message>
        <source>The file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>What could be found in it is shown; pages may be missing.</source>
        <translation>显示的是能找到的内容；可能缺页。</translation>
    </message>
</context>
<context>
    <name>DocumentFind</name>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭查找（Esc）</translation>
    </message>
    <message>
        <source>Enter goes to the next match, Shift+Enter to the one before</source>
        <translation>回车转到下一处，Shift+回车转到上一处</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>在文档中查找</translation>
    </message>
    <message>
        <source>Match before (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} / {total}</translation>
    </message>
    <message>
        <source>{total} found</source>
        <translation>找到 {total} 处</translation>
    </message>
</context>
<context>
    <name>DocumentFormulas</name>
    <message>
        <source>Page {number}: read from the file&apos;s own glyphs, without looking.</source>
        <translation>第 {number} 页：直接从文件自带的字形读取。</translation>
    </message>
    <message>
        <source>Page {number}: read from the picture, as you wished.</source>
        <translation>第 {number} 页：按你的要求从图像读取。</translation>
    </message>
    <message>
        <source>Page {number}: read from the picture; the file names no glyphs here.</source>
        <translation>第 {number} 页：从图像读取；文件在此处没有可用的字形。</translation>
    </message>
    <message>
        <source>Read the glyphs instead</source>
        <translation>改为读取字形</translation>
    </message>
    <message>
        <source>Read the picture instead</source>
        <translation>改为读取图像</translation>
    </message>
    <message>
        <source>{name}, page {number}</source>
        <translation>{name}，第 {number} 页</translation>
    </message>
</context>
<context>
    <name>DocumentStates</name>
    <message>
        <source>Drop a PDF anywhere in this window.</source>
        <translation>将 PDF 拖放到此窗口任意位置。</translation>
    </message>
    <message>
        <source>It is not kept</source>
        <translation>不会被保存</translation>
    </message>
    <message>
        <source>It opens with a password only.</source>
        <translation>需要密码才能打开。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open with this password</source>
        <translation>用此密码打开</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password of the document</source>
        <translation>文档密码</translation>
    </message>
    <message>
        <source>Read formulas in a document</source>
        <translation>读取文档中的公式</translation>
    </message>
    <message>
        <source>That password does not open it.</source>
        <translation>此密码无法打开。</translation>
    </message>
    <message>
        <source>{name} is encrypted</source>
        <translation>{name} 已加密</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <source>Close this document ({keys})</source>
        <translation>关闭此文档（{keys}）</translation>
    </message>
    <message>
        <source>Close {name}</source>
        <translation>关闭 {name}</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>打开的文档</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Pages and contents</source>
        <translation>页面和目录</translation>
    </message>
    <message>
        <source>Read the other way</source>
        <translation>用另一种方式读取</translation>
    </message>
    <message>
        <source>Reads the formula again, from the picture or from the glyphs</source>
        <translation>从图像或字形重新读取公式</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop pictures or a PDF anywhere in this window.</source>
        <translation>将图片或 PDF 拖放到此窗口任意位置。</translation>
    </message>
    <message>
        <source>Reads one of the pictures that come with the program</source>
        <translation>识别程序自带的一张图片</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>试用示例</translation>
    </message>
    <message>
        <source>Turn a picture of a formula into LaTeX</source>
        <translation>将公式图片转换为 LaTeX</translation>
    </message>
    <message>
        <source>{shortcut} snips from any program.</source>
        <translation>按 {shortcut} 可在任何程序中截图。</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source># is written \#.</source>
        <translation># 应写作 \#。</translation>
    </message>
    <message>
        <source>% is written \%.</source>
        <translation>% 应写作 \%。</translation>
    </message>
    <message>
        <source>% makes the rest of the line a comment, which is not drawn.</source>
        <translation>% 会使该行其余部分成为注释，不会绘制。</translation>
    </message>
    <message>
        <source>&amp; outside an environment.</source>
        <translation>&amp; 不在环境之内。</translation>
    </message>
    <message>
        <source>A # is not allowed here.</source>
        <translation>此处不允许使用 #。</translation>
    </message>
    <message>
        <source>A backslash without a name.</source>
        <translation>反斜杠后没有名称。</translation>
    </message>
    <message>
        <source>A character that cannot be shown.</source>
        <translation>无法显示的字符。</translation>
    </message>
    <message>
        <source>A prime behind a superscript.</source>
        <translation>上标后面有撇号。</translation>
    </message>
    <message>
        <source>A row ends inside braces ({0}).</source>
        <translation>行在花括号内结束（{0}）。</translation>
    </message>
    <message>
        <source>A second {0} on the same symbol.</source>
        <translation>同一符号上有第二个 {0}。</translation>
    </message>
    <message>
        <source>A text is missing behind {0}.</source>
        <translation>{0} 后面缺少文本。</translation>
    </message>
    <message>
        <source>Add \end{{{0}}}.</source>
        <translation>请加上 \end{{{0}}}。</translation>
    </message>
    <message>
        <source>Add \right. where the pair ends.</source>
        <translation>请在配对结束处加上 \right.。</translation>
    </message>
    <message>
        <source>Add it in braces.</source>
        <translation>请用花括号补上。</translation>
    </message>
    <message>
        <source>Add the ].</source>
        <translation>请加上 ]。</translation>
    </message>
    <message>
        <source>Add the closing }.</source>
        <translation>请加上右花括号 }。</translation>
    </message>
    <message>
        <source>Add the {0} behind it.</source>
        <translation>请在其后加上 {0}。</translation>
    </message>
    <message>
        <source>Add the } behind the last row.</source>
        <translation>请在最后一行后加上 }。</translation>
    </message>
    <message>
        <source>Add the } where the group ends.</source>
        <translation>请在分组结束处加上 }。</translation>
    </message>
    <message>
        <source>Added \left. at the beginning.</source>
        <translation>已在开头加上 \left.。</translation>
    </message>
    <message>
        <source>Added \right. where its group ends.</source>
        <translation>已在分组结束处加上 \right.。</translation>
    </message>
    <message>
        <source>Added {0} at the end.</source>
        <translation>已在末尾加上 {0}。</translation>
    </message>
    <message>
        <source>An argument is missing behind {0}.</source>
        <translation>{0} 后面缺少参数。</translation>
    </message>
    <message>
        <source>An array of shape {0} and type {1} is not a picture.</source>
        <translation>形状为 {0}、类型为 {1} 的数组不是图片。</translation>
    </message>
    <message>
        <source>As many pictures as can wait are waiting already.</source>
        <translation>等待处理的图片已达上限。</translation>
    </message>
    <message>
        <source>AsciiMath can quote but one.</source>
        <translation>AsciiMath 只能引用一个。</translation>
    </message>
    <message>
        <source>AsciiMath cannot overlap.</source>
        <translation>AsciiMath 无法重叠。</translation>
    </message>
    <message>
        <source>AsciiMath colours only signs.</source>
        <translation>AsciiMath 只能给符号着色。</translation>
    </message>
    <message>
        <source>AsciiMath has but rules between columns.</source>
        <translation>AsciiMath 只有列之间的线。</translation>
    </message>
    <message>
        <source>AsciiMath has no phantoms.</source>
        <translation>AsciiMath 没有幻影占位。</translation>
    </message>
    <message>
        <source>Check its spelling; for a function&apos;s name write \operatorname{...}.</source>
        <translation>请检查拼写；函数名请写作 \operatorname{...}。</translation>
    </message>
    <message>
        <source>Check the folder and the free space.</source>
        <translation>请检查文件夹和可用空间。</translation>
    </message>
    <message>
        <source>Check the folder and the free space; scipix works without it.</source>
        <translation>请检查文件夹和可用空间；没有它 scipix 也能工作。</translation>
    </message>
    <message>
        <source>Check the name and your access to it.</source>
        <translation>请检查名称及访问权限。</translation>
    </message>
    <message>
        <source>Check the pattern.</source>
        <translation>请检查通配模式。</translation>
    </message>
    <message>
        <source>Choose a file that scipix exported.</source>
        <translation>请选择由 scipix 导出的文件。</translation>
    </message>
    <message>
        <source>Choose a text format.</source>
        <translation>请选择文本格式。</translation>
    </message>
    <message>
        <source>Choose an allowed value.</source>
        <translation>请选择允许的值。</translation>
    </message>
    <message>
        <source>Choose another folder or name.</source>
        <translation>请选择其他文件夹或名称。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another format or change the formula.</source>
        <translation>请选择其他格式或修改公式。</translation>
    </message>
    <message>
        <source>Choose another provider in the settings, or update its driver.</source>
        <translation>请在设置中选择其他计算设备，或更新其驱动程序。</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>请选择其他的。</translation>
    </message>
    <message>
        <source>Choose one of {0}.</source>
        <translation>请选择以下之一：{0}。</translation>
    </message>
    <message>
        <source>Choose the area around a formula.</source>
        <translation>请选择公式周围的区域。</translation>
    </message>
    <message>
        <source>Close the brace before it.</source>
        <translation>请先闭合花括号。</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>Conversion failed</source>
        <translation>转换失败</translation>
    </message>
    <message>
        <source>Conversion has ended early</source>
        <translation>转换提前结束</translation>
    </message>
    <message>
        <source>Convert again: it goes on with the page where it stopped.</source>
        <translation>请再次转换：会从停止的那一页继续。</translation>
    </message>
    <message>
        <source>Copy a picture, or snip the formula from the screen.</source>
        <translation>请复制一张图片，或从屏幕截取公式。</translation>
    </message>
    <message>
        <source>Crop it to the formula or save it in a smaller size.</source>
        <translation>请裁剪到公式区域，或以较小尺寸保存。</translation>
    </message>
    <message>
        <source>Crop it to the formula.</source>
        <translation>请裁剪到公式区域。</translation>
    </message>
    <message>
        <source>Did you mean {0} {1}?</source>
        <translation>是否指 {0} {1}？</translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation>是否指 {0}？</translation>
    </message>
    <message>
        <source>Document is encrypted</source>
        <translation>文档已加密</translation>
    </message>
    <message>
        <source>Drop another one.</source>
        <translation>请拖入另一个。</translation>
    </message>
    <message>
        <source>Empty file</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>Empty picture</source>
        <translation>空白图片</translation>
    </message>
    <message>
        <source>Enter the password of the document.</source>
        <translation>请输入文档密码。</translation>
    </message>
    <message>
        <source>Execution provider failed</source>
        <translation>计算设备出错</translation>
    </message>
    <message>
        <source>File cannot be imported</source>
        <translation>无法导入文件</translation>
    </message>
    <message>
        <source>File cannot be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>File cannot be written</source>
        <translation>无法写入文件</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>For instance {0} 3pt.</source>
        <translation>例如 {0} 3pt。</translation>
    </message>
    <message>
        <source>For instance {0}( or, for none, {1}.</source>
        <translation>例如 {0}(；若不需要则用 {1}。</translation>
    </message>
    <message>
        <source>Get the document again, or open it in another program and save it anew.</source>
        <translation>请重新获取文档，或用其他程序打开后另存。</translation>
    </message>
    <message>
        <source>Get the document again.</source>
        <translation>请重新获取文档。</translation>
    </message>
    <message>
        <source>Give height x width, with 1 to 4 channels, of bool, uint8, uint16 or float.</source>
        <translation>应为高 x 宽、1 至 4 个通道，类型为 bool、uint8、uint16 或 float。</translation>
    </message>
    <message>
        <source>History and corrections start anew: {0}.</source>
        <translation>历史记录和更正将重新开始：{0}。</translation>
    </message>
    <message>
        <source>Install scipix again, or get the repository&apos;s files again (git checkout -- models).</source>
        <translation>请重新安装 scipix，或重新获取仓库中的文件（git checkout -- models）。</translation>
    </message>
    <message>
        <source>Install scipix again.</source>
        <translation>请重新安装 scipix。</translation>
    </message>
    <message>
        <source>Install scipix again; the model file may not fit.</source>
        <translation>请重新安装 scipix，模型文件可能不匹配。</translation>
    </message>
    <message>
        <source>Install scipix[gui].</source>
        <translation>请安装 scipix[gui]。</translation>
    </message>
    <message>
        <source>Install the package onnxruntime again.</source>
        <translation>请重新安装 onnxruntime 软件包。</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <source>It belongs behind \sum or \lim.</source>
        <translation>它应放在 \sum 或 \lim 之后。</translation>
    </message>
    <message>
        <source>It brings the program that draws it down.</source>
        <translation>它会使绘制程序崩溃。</translation>
    </message>
    <message>
        <source>It cannot be decoded: {0}.</source>
        <translation>无法解码：{0}。</translation>
    </message>
    <message>
        <source>It cannot be written as PNG.</source>
        <translation>无法写为 PNG。</translation>
    </message>
    <message>
        <source>It did not start.</source>
        <translation>未能启动。</translation>
    </message>
    <message>
        <source>It opens with a password only.</source>
        <translation>需要密码才能打开。</translation>
    </message>
    <message>
        <source>It takes too long to draw.</source>
        <translation>绘制耗时过长。</translation>
    </message>
    <message>
        <source>Its process was ended from outside, or by the file.</source>
        <translation>其进程被外部或文件终止。</translation>
    </message>
    <message>
        <source>Its text cannot be decoded: {0}.</source>
        <translation>无法解码其中的文本：{0}。</translation>
    </message>
    <message>
        <source>Join the two, or put the first with its base in braces: {{x{0}a}}{1}b.</source>
        <translation>请将两者合并，或将第一个与其基底放入花括号：{{x{0}a}}{1}b。</translation>
    </message>
    <message>
        <source>Known are aligned, array, cases, pmatrix and their kin.</source>
        <translation>已知的有 aligned、array、cases、pmatrix 及同类环境。</translation>
    </message>
    <message>
        <source>LaTeX formats keep it.</source>
        <translation>LaTeX 格式会保留它。</translation>
    </message>
    <message>
        <source>LaTeX writes {0}.</source>
        <translation>LaTeX 写作 {0}。</translation>
    </message>
    <message>
        <source>Manifest damaged</source>
        <translation>模型清单已损坏</translation>
    </message>
    <message>
        <source>Memory cannot be used</source>
        <translation>无法使用记忆库</translation>
    </message>
    <message>
        <source>Memory was damaged</source>
        <translation>记忆库已损坏</translation>
    </message>
    <message>
        <source>Model cannot be used</source>
        <translation>无法使用模型</translation>
    </message>
    <message>
        <source>Model damaged</source>
        <translation>模型已损坏</translation>
    </message>
    <message>
        <source>Model missing</source>
        <translation>缺少模型</translation>
    </message>
    <message>
        <source>Models missing</source>
        <translation>缺少模型</translation>
    </message>
    <message>
        <source>No documents</source>
        <translation>没有文档</translation>
    </message>
    <message>
        <source>No file fits the pattern.</source>
        <translation>没有符合该模式的文件。</translation>
    </message>
    <message>
        <source>No formula found</source>
        <translation>未找到公式</translation>
    </message>
    <message>
        <source>No more than {0} characters can be read.</source>
        <translation>最多只能读取 {0} 个字符。</translation>
    </message>
    <message>
        <source>No more than {0} levels can be read.</source>
        <translation>最多只能读取 {0} 层。</translation>
    </message>
    <message>
        <source>No page can be found in the file.</source>
        <translation>文件中找不到任何页面。</translation>
    </message>
    <message>
        <source>No pages</source>
        <translation>没有页面</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>No picture in the clipboard</source>
        <translation>剪贴板中没有图片</translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>No pictures in {0}</source>
        <translation>{0} 中没有图片</translation>
    </message>
    <message>
        <source>No provider works</source>
        <translation>没有可用的计算设备</translation>
    </message>
    <message>
        <source>No such pages</source>
        <translation>没有这些页</translation>
    </message>
    <message>
        <source>Not a picture</source>
        <translation>不是图片</translation>
    </message>
    <message>
        <source>Not a readable document</source>
        <translation>不是可读的文档</translation>
    </message>
    <message>
        <source>Not a text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>Not for a terminal</source>
        <translation>不适用于终端</translation>
    </message>
    <message>
        <source>Not in the installed ONNX Runtime.</source>
        <translation>已安装的 ONNX Runtime 不包含它。</translation>
    </message>
    <message>
        <source>Nothing to copy</source>
        <translation>没有可复制的内容</translation>
    </message>
    <message>
        <source>Only expressions with one meaning can be computed with.</source>
        <translation>只能对含义唯一的表达式进行计算。</translation>
    </message>
    <message>
        <source>Open it in another program and save it anew.</source>
        <translation>请用其他程序打开后另存。</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Page cannot be read</source>
        <translation>无法读取该页</translation>
    </message>
    <message>
        <source>Page cannot be shown</source>
        <translation>无法显示该页</translation>
    </message>
    <message>
        <source>Page {0} is damaged ({1}).</source>
        <translation>第 {0} 页已损坏（{1}）。</translation>
    </message>
    <message>
        <source>Pages not understood</source>
        <translation>无法理解页码</translation>
    </message>
    <message>
        <source>Picture cannot be kept</source>
        <translation>无法保存图片</translation>
    </message>
    <message>
        <source>Picture damaged</source>
        <translation>图片已损坏</translation>
    </message>
    <message>
        <source>Picture too large</source>
        <translation>图片过大</translation>
    </message>
    <message>
        <source>Pictures cannot be drawn</source>
        <translation>无法绘制图片</translation>
    </message>
    <message>
        <source>Plain text cannot overlap.</source>
        <translation>纯文本无法重叠。</translation>
    </message>
    <message>
        <source>Plain text has no rules.</source>
        <translation>纯文本没有线条。</translation>
    </message>
    <message>
        <source>Plain text has none.</source>
        <translation>纯文本没有此内容。</translation>
    </message>
    <message>
        <source>Put \left. where the pair begins.</source>
        <translation>请在配对开始处加上 \left.。</translation>
    </message>
    <message>
        <source>Put it in $...$.</source>
        <translation>请放入 $...$ 中。</translation>
    </message>
    <message>
        <source>Put one of them in braces.</source>
        <translation>请将其中一个放入花括号。</translation>
    </message>
    <message>
        <source>Put the rows in \begin{aligned}...\end{aligned}.</source>
        <translation>请将各行放入 \begin{aligned}...\end{aligned}。</translation>
    </message>
    <message>
        <source>Put the rows in an aligned environment.</source>
        <translation>请将各行放入 aligned 环境。</translation>
    </message>
    <message>
        <source>Put the rows in braces.</source>
        <translation>请将各行放入花括号。</translation>
    </message>
    <message>
        <source>Remove it, or add the beginning.</source>
        <translation>请删除它，或补上开头。</translation>
    </message>
    <message>
        <source>Remove it, or write \} for a brace.</source>
        <translation>请删除它，花括号请写作 \}。</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>请删除它。</translation>
    </message>
    <message>
        <source>Removed a character that cannot be shown.</source>
        <translation>已删除无法显示的字符。</translation>
    </message>
    <message>
        <source>Removed a lone backslash at the end.</source>
        <translation>已删除末尾单独的反斜杠。</translation>
    </message>
    <message>
        <source>Removed a } that closed nothing.</source>
        <translation>已删除多余的 }。</translation>
    </message>
    <message>
        <source>Removed the delimiters around the formula.</source>
        <translation>已删除公式两侧的定界符。</translation>
    </message>
    <message>
        <source>Save it again, for example as PNG, or take the picture anew.</source>
        <translation>请重新保存（例如为 PNG），或重新截取图片。</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>请保存为 UTF-8。</translation>
    </message>
    <message>
        <source>Save the picture and drop the file.</source>
        <translation>请保存图片后拖入该文件。</translation>
    </message>
    <message>
        <source>Setting not valid</source>
        <translation>设置无效</translation>
    </message>
    <message>
        <source>Settings file broken</source>
        <translation>设置文件已损坏</translation>
    </message>
    <message>
        <source>Settings file not readable</source>
        <translation>无法读取设置文件</translation>
    </message>
    <message>
        <source>Settings not saved</source>
        <translation>设置未保存</translation>
    </message>
    <message>
        <source>Settings not valid</source>
        <translation>设置无效</translation>
    </message>
    <message>
        <source>Snip closer around the formula.</source>
        <translation>请更贴近公式截图。</translation>
    </message>
    <message>
        <source>Snip, paste or open a picture first.</source>
        <translation>请先截图、粘贴或打开一张图片。</translation>
    </message>
    <message>
        <source>Something went wrong that should not ({0}).</source>
        <translation>出现了意外错误（{0}）。</translation>
    </message>
    <message>
        <source>Something went wrong that should not; the log says what.</source>
        <translation>出现了意外错误，详见日志。</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>请重新启动。</translation>
    </message>
    <message>
        <source>Table of glyphs missing</source>
        <translation>缺少字形表</translation>
    </message>
    <message>
        <source>Take or open another one.</source>
        <translation>请截取或打开另一张。</translation>
    </message>
    <message>
        <source>Take the picture again.</source>
        <translation>请重新截取图片。</translation>
    </message>
    <message>
        <source>The address holds no data.</source>
        <translation>该地址没有数据。</translation>
    </message>
    <message>
        <source>The change holds until the program ends. Make the folder writable to keep it.</source>
        <translation>更改在程序退出前有效。若要保留，请使该文件夹可写。</translation>
    </message>
    <message>
        <source>The defaults are in use and changes are not saved. Correct the rights of the file.</source>
        <translation>正在使用默认值，更改不会保存。请修正该文件的权限。</translation>
    </message>
    <message>
        <source>The defaults are in use. Repair the file and rename it, or choose your settings again.</source>
        <translation>正在使用默认值。请修复该文件并改回原名，或重新选择设置。</translation>
    </message>
    <message>
        <source>The defaults are used instead; {0} was left as it is. Choose the setting again to correct it.</source>
        <translation>已改用默认值，{0} 保持原样。请重新选择该设置以更正。</translation>
    </message>
    <message>
        <source>The document has {0} pages, and {1} names none of them.</source>
        <translation>文档有 {0} 页，{1} 不包含其中任何一页。</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>无法写入该文件</translation>
    </message>
    <message>
        <source>The file has more than {0} MiB.</source>
        <translation>文件超过 {0} MiB。</translation>
    </message>
    <message>
        <source>The file is damaged or is no PDF ({0}).</source>
        <translation>文件已损坏或不是 PDF（{0}）。</translation>
    </message>
    <message>
        <source>The folder has no picture files.</source>
        <translation>文件夹中没有图片文件。</translation>
    </message>
    <message>
        <source>The folder has no pictures in it.</source>
        <translation>文件夹中没有图片。</translation>
    </message>
    <message>
        <source>The folder {0} has no PDF files in it.</source>
        <translation>文件夹 {0} 中没有 PDF 文件。</translation>
    </message>
    <message>
        <source>The font does not have it.</source>
        <translation>字体中没有此字符。</translation>
    </message>
    <message>
        <source>The format is not one that can be read.</source>
        <translation>无法读取此格式。</translation>
    </message>
    <message>
        <source>The formula in this text never ends.</source>
        <translation>此文本中的公式没有结束。</translation>
    </message>
    <message>
        <source>The formula is mathematics already; remove it.</source>
        <translation>公式已处于数学模式，请删除它。</translation>
    </message>
    <message>
        <source>The formula is mathematics already; write \$ for a dollar.</source>
        <translation>公式已处于数学模式；美元符号请写作 \$。</translation>
    </message>
    <message>
        <source>The formula is nested too deeply.</source>
        <translation>公式嵌套过深。</translation>
    </message>
    <message>
        <source>The formula is too long.</source>
        <translation>公式过长。</translation>
    </message>
    <message>
        <source>The library for drawing is missing.</source>
        <translation>缺少绘图库。</translation>
    </message>
    <message>
        <source>The old file is kept as {0}.</source>
        <translation>旧文件保留为 {0}。</translation>
    </message>
    <message>
        <source>The other pages are not affected.</source>
        <translation>其他页不受影响。</translation>
    </message>
    <message>
        <source>The pages read so far are kept.</source>
        <translation>已读取的页会保留。</translation>
    </message>
    <message>
        <source>The password does not open it.</source>
        <translation>此密码无法打开。</translation>
    </message>
    <message>
        <source>The picture has no pixels.</source>
        <translation>图片没有像素。</translation>
    </message>
    <message>
        <source>The picture has {0} x {1} pixels; at most {2} megapixels and {3} pixels an edge are read.</source>
        <translation>图片为 {0} x {1} 像素；最多可读取 {2} 百万像素、每边 {3} 像素。</translation>
    </message>
    <message>
        <source>The picture is empty: there is no ink in it.</source>
        <translation>图片是空白的，没有任何笔迹。</translation>
    </message>
    <message>
        <source>The picture shows nothing that reads as a formula.</source>
        <translation>图片中没有可识别为公式的内容。</translation>
    </message>
    <message>
        <source>The program is closing and takes no more work.</source>
        <translation>程序正在关闭，不再接受新任务。</translation>
    </message>
    <message>
        <source>The text that begins here never ends.</source>
        <translation>从此处开始的文本没有结束。</translation>
    </message>
    <message>
        <source>There is no format {0}.</source>
        <translation>没有格式 {0}。</translation>
    </message>
    <message>
        <source>There is no formula yet.</source>
        <translation>还没有公式。</translation>
    </message>
    <message>
        <source>There is no page 0.</source>
        <translation>没有第 0 页。</translation>
    </message>
    <message>
        <source>There is no provider called {0}.</source>
        <translation>没有名为 {0} 的计算设备。</translation>
    </message>
    <message>
        <source>There is no setting {0}.</source>
        <translation>没有设置 {0}。</translation>
    </message>
    <message>
        <source>There is not enough memory for it.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture.</source>
        <translation>内存不足以处理此图片。</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>其中没有内容。</translation>
    </message>
    <message>
        <source>This &amp; is inside braces.</source>
        <translation>这个 &amp; 位于花括号内。</translation>
    </message>
    <message>
        <source>This [ is never closed.</source>
        <translation>这个 [ 没有闭合。</translation>
    </message>
    <message>
        <source>This \left has no \right.</source>
        <translation>这个 \left 没有对应的 \right。</translation>
    </message>
    <message>
        <source>This { is never closed.</source>
        <translation>这个 { 没有闭合。</translation>
    </message>
    <message>
        <source>This } closes nothing.</source>
        <translation>这个 } 没有对应的左花括号。</translation>
    </message>
    <message>
        <source>Too much at once</source>
        <translation>一次处理过多</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the log.</source>
        <translation>请重试；如果问题仍在，请附上日志报告。</translation>
    </message>
    <message>
        <source>Typst&apos;s matrices have rules only inside.</source>
        <translation>Typst 的矩阵只有内部线条。</translation>
    </message>
    <message>
        <source>Unknown command {0}.</source>
        <translation>未知命令 {0}。</translation>
    </message>
    <message>
        <source>Unknown environment {0}.</source>
        <translation>未知环境 {0}。</translation>
    </message>
    <message>
        <source>Unknown format</source>
        <translation>未知格式</translation>
    </message>
    <message>
        <source>Unknown provider</source>
        <translation>未知的计算设备</translation>
    </message>
    <message>
        <source>Unknown setting</source>
        <translation>未知设置</translation>
    </message>
    <message>
        <source>Use a smaller part of it.</source>
        <translation>请使用其中较小的一部分。</translation>
    </message>
    <message>
        <source>Use one of {0}.</source>
        <translation>请使用以下之一：{0}。</translation>
    </message>
    <message>
        <source>Wait until some are done, or use &apos;scipix ocr&apos; for whole folders.</source>
        <translation>请等待部分完成，或使用 &apos;scipix ocr&apos; 处理整个文件夹。</translation>
    </message>
    <message>
        <source>What was copied last is not a picture.</source>
        <translation>最近复制的内容不是图片。</translation>
    </message>
    <message>
        <source>What was dropped is neither a picture nor a file.</source>
        <translation>拖入的既不是图片也不是文件。</translation>
    </message>
    <message>
        <source>Word&apos;s equations have no rules between columns.</source>
        <translation>Word 公式的列之间没有线条。</translation>
    </message>
    <message>
        <source>Write \# for the sign.</source>
        <translation>该符号请写作 \#。</translation>
    </message>
    <message>
        <source>Write \% for the sign.</source>
        <translation>百分号请写作 \%。</translation>
    </message>
    <message>
        <source>Write \&amp; for the sign.</source>
        <translation>该符号请写作 \&amp;。</translation>
    </message>
    <message>
        <source>Write \backslash for the sign.</source>
        <translation>该符号请写作 \backslash。</translation>
    </message>
    <message>
        <source>Write \big| or put \left. before.</source>
        <translation>请写 \big|，或在前面加 \left.。</translation>
    </message>
    <message>
        <source>Write \{0} for the sign, or put a formula in $...$.</source>
        <translation>该符号请写作 \{0}，或将公式放入 $...$ 中。</translation>
    </message>
    <message>
        <source>Write for example 2-5,8,-1; pages count from 1, and -1 is the last.</source>
        <translation>例如 2-5,8,-1；页码从 1 开始，-1 表示最后一页。</translation>
    </message>
    <message>
        <source>Write the prime first: x&apos;^2.</source>
        <translation>请先写撇号：x&apos;^2。</translation>
    </message>
    <message>
        <source>Write {0}.</source>
        <translation>请写 {0}。</translation>
    </message>
    <message>
        <source>Write {0}{{...}}.</source>
        <translation>请写 {0}{{...}}。</translation>
    </message>
    <message>
        <source>\begin{{{0}}} ends with \end{{{1}}}.</source>
        <translation>\begin{{{0}}} 以 \end{{{1}}} 结束。</translation>
    </message>
    <message>
        <source>\begin{{{0}}} has no \end.</source>
        <translation>\begin{{{0}}} 没有对应的 \end。</translation>
    </message>
    <message>
        <source>\end without \begin.</source>
        <translation>\end 没有对应的 \begin。</translation>
    </message>
    <message>
        <source>\end{{{0}}} is now {1}, as it began.</source>
        <translation>\end{{{0}}} 已改为 {1}，与开头一致。</translation>
    </message>
    <message>
        <source>\middle outside \left...\right.</source>
        <translation>\middle 不在 \left...\right 之内。</translation>
    </message>
    <message>
        <source>\right without \left.</source>
        <translation>\right 没有对应的 \left。</translation>
    </message>
    <message>
        <source>\tag in a formula that is not displayed</source>
        <translation>非行间公式中有 \tag</translation>
    </message>
    <message>
        <source>{0} The processor takes over.</source>
        <translation>{0} 改由处理器计算。</translation>
    </message>
    <message>
        <source>{0} belongs in a formula, not in a text.</source>
        <translation>{0} 应放在公式中，而不是文本中。</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>无法读取 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}.</source>
        <translation>无法使用 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be written</source>
        <translation>无法写入 {0}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation>无法写入 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be {1}: it is {2}.</source>
        <translation>{0} 不能是 {1}，允许：{2}。</translation>
    </message>
    <message>
        <source>{0} does not know it.</source>
        <translation>{0} 不支持它。</translation>
    </message>
    <message>
        <source>{0} does not list the classes: {1}.</source>
        <translation>{0} 没有列出类别：{1}。</translation>
    </message>
    <message>
        <source>{0} does not list the words: {1}.</source>
        <translation>{0} 没有列出词：{1}。</translation>
    </message>
    <message>
        <source>{0} does not work here; {1} is in use.</source>
        <translation>{0} 在此不可用；正在使用 {1}。</translation>
    </message>
    <message>
        <source>{0} follows no operator.</source>
        <translation>{0} 前面没有运算符。</translation>
    </message>
    <message>
        <source>{0} has an unknown setting {1}.</source>
        <translation>{0} 中有未知设置 {1}。</translation>
    </message>
    <message>
        <source>{0} has an unknown setting {1}. Did you mean {2}?</source>
        <translation>{0} 中有未知设置 {1}。是否指 {2}？</translation>
    </message>
    <message>
        <source>{0} has {1} bytes, the manifest says {2}.</source>
        <translation>{0} 有 {1} 字节，模型清单记录为 {2}。</translation>
    </message>
    <message>
        <source>{0} in a text.</source>
        <translation>文本中有 {0}。</translation>
    </message>
    <message>
        <source>{0} inside a formula.</source>
        <translation>公式内有 {0}。</translation>
    </message>
    <message>
        <source>{0} is no page and no range.</source>
        <translation>{0} 既不是页码也不是范围。</translation>
    </message>
    <message>
        <source>{0} is no text.</source>
        <translation>{0} 不是文本。</translation>
    </message>
    <message>
        <source>{0} is no valid TOML ({1}). It was kept as {2}.</source>
        <translation>{0} 不是有效的 TOML（{1}），已另存为 {2}。</translation>
    </message>
    <message>
        <source>{0} is not a valid manifest: {1}.</source>
        <translation>{0} 不是有效的模型清单：{1}。</translation>
    </message>
    <message>
        <source>{0} is not text in UTF-8.</source>
        <translation>{0} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>{0} is not the file that the manifest names (SHA-256 differs).</source>
        <translation>{0} 不是模型清单中的文件（SHA-256 不同）。</translation>
    </message>
    <message>
        <source>{0} is written {1}.</source>
        <translation>{0} 应写作 {1}。</translation>
    </message>
    <message>
        <source>{0} names no model {1}.</source>
        <translation>{0} 中没有模型 {1}。</translation>
    </message>
    <message>
        <source>{0} needs a delimiter behind it.</source>
        <translation>{0} 后面需要定界符。</translation>
    </message>
    <message>
        <source>{0} needs a length.</source>
        <translation>{0} 需要一个长度。</translation>
    </message>
    <message>
        <source>{0} outside an environment has no effect in a display.</source>
        <translation>{0} 在环境之外的行间公式中不起作用。</translation>
    </message>
    <message>
        <source>{0} stopped during a recognition: {1}.</source>
        <translation>{0} 在识别过程中停止：{1}。</translation>
    </message>
    <message>
        <source>{0} twice in one group.</source>
        <translation>同一分组中有两个 {0}。</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation>{0}：{1}。</translation>
    </message>
    <message>
        <source>{0}{1} cannot be expressed{2}.</source>
        <translation>无法表达 {0}{1}{2}。</translation>
    </message>
    <message>
        <source>{0}{1} is missing behind {2}.</source>
        <translation>{2} 后面缺少 {0}{1}。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 处</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭查找（Esc）</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the source</source>
        <translation>在源代码中查找</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Match upper and lower case (Alt+C)</source>
        <translation>区分大小写（Alt+C）</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>下一处（Enter）</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>上一处（Shift+Enter）</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all matches in one step</source>
        <translation>一次替换所有匹配</translation>
    </message>
    <message>
        <source>Replace this match and go to the next (Enter in the field)</source>
        <translation>替换此处并转到下一处（在输入框中按 Enter）</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>AsciiMath</source>
        <translation>AsciiMath</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>HTML with a picture</source>
        <translation>带图片的 HTML</translation>
    </message>
    <message>
        <source>JSON of the tree</source>
        <translation>语法树 JSON</translation>
    </message>
    <message>
        <source>JSON with lines and boxes</source>
        <translation>含行和边框的 JSON</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>LaTeX align, numbered</source>
        <translation>LaTeX align，带编号</translation>
    </message>
    <message>
        <source>LaTeX equation, numbered</source>
        <translation>LaTeX equation，带编号</translation>
    </message>
    <message>
        <source>LaTeX in $$…$$</source>
        <translation>$$…$$ 中的 LaTeX</translation>
    </message>
    <message>
        <source>LaTeX in $…$</source>
        <translation>$…$ 中的 LaTeX</translation>
    </message>
    <message>
        <source>LaTeX in \(…\)</source>
        <translation>\(…\) 中的 LaTeX</translation>
    </message>
    <message>
        <source>LaTeX in \[…\]</source>
        <translation>\[…\] 中的 LaTeX</translation>
    </message>
    <message>
        <source>LaTeX project</source>
        <translation>LaTeX 项目</translation>
    </message>
    <message>
        <source>Markdown (GitHub)</source>
        <translation>Markdown (GitHub)</translation>
    </message>
    <message>
        <source>Markdown (GitHub), inline</source>
        <translation>Markdown (GitHub)，行内</translation>
    </message>
    <message>
        <source>Markdown (Jupyter)</source>
        <translation>Markdown (Jupyter)</translation>
    </message>
    <message>
        <source>Markdown (Mathpix)</source>
        <translation>Markdown (Mathpix)</translation>
    </message>
    <message>
        <source>MathML</source>
        <translation>MathML</translation>
    </message>
    <message>
        <source>MathML for Word</source>
        <translation>用于 Word 的 MathML</translation>
    </message>
    <message>
        <source>MathML, inline</source>
        <translation>MathML，行内</translation>
    </message>
    <message>
        <source>Mathpix Markdown</source>
        <translation>Mathpix Markdown</translation>
    </message>
    <message>
        <source>OMML (Word equation)</source>
        <translation>OMML (Word 公式)</translation>
    </message>
    <message>
        <source>PDF picture</source>
        <translation>PDF 图片</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>SVG 图片</translation>
    </message>
    <message>
        <source>SymPy</source>
        <translation>SymPy</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>Typst</source>
        <translation>Typst</translation>
    </message>
    <message>
        <source>Typst, inline</source>
        <translation>Typst，行内</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Wolfram Language</source>
        <translation>Wolfram Language</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>another reading was right</source>
        <translation>其他读法正确</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>全部导出…</translation>
    </message>
    <message>
        <source>Export, private mode, forget everything</source>
        <translation>导出、隐私模式、全部清除</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Favourites only</source>
        <translation>仅收藏</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>全部清除…</translation>
    </message>
    <message>
        <source>Formulas read so far</source>
        <translation>已识别的公式</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>How sure is sure…</source>
        <translation>置信度有多可靠…</translation>
    </message>
    <message>
        <source>Looking through older entries…</source>
        <translation>正在查找更早的记录…</translation>
    </message>
    <message>
        <source>More about the history</source>
        <translation>历史记录的更多选项</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Nothing like this was read so far.</source>
        <translation>还没有识别过类似内容。</translation>
    </message>
    <message>
        <source>Private mode</source>
        <translation>隐私模式</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史记录</translation>
    </message>
    <message>
        <source>Show favourites only</source>
        <translation>仅显示收藏</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>What you read appears here. Delete removes an entry.</source>
        <translation>识别结果显示在这里。按 Delete 删除一条。</translation>
    </message>
    <message>
        <source>Words, a piece of LaTeX with ? for anything (\frac{?}{x}), tag:name, is:favourite
(Ctrl+Shift+F)</source>
        <translation>文字、一段 LaTeX（? 代表任意内容，如 \frac{?}{x}）、tag:name、is:favourite
(Ctrl+Shift+F)</translation>
    </message>
</context>
<context>
    <name>Hotkey</name>
    <message>
        <source>Allow scipix in System Settings, Privacy &amp; Security, Accessibility and Input Monitoring, and start it again.</source>
        <translation>请在“系统设置”&gt;“隐私与安全性”的“辅助功能”和“输入监控”中允许 scipix，然后重新启动。</translation>
    </message>
    <message>
        <source>Choose something like Ctrl+Alt+M or F9 in the settings.</source>
        <translation>请在设置中选择如 Ctrl+Alt+M 或 F9 的组合。</translation>
    </message>
    <message>
        <source>It is not one key with its modifiers.</source>
        <translation>它不是一个按键加修饰键。</translation>
    </message>
    <message>
        <source>No global hotkey</source>
        <translation>没有全局快捷键</translation>
    </message>
    <message>
        <source>No global hotkey here</source>
        <translation>此处没有全局快捷键</translation>
    </message>
    <message>
        <source>Set the hotkey again in the settings.</source>
        <translation>请在设置中重新设定快捷键。</translation>
    </message>
    <message>
        <source>Snip a formula from the screen</source>
        <translation>从屏幕截取公式</translation>
    </message>
    <message>
        <source>The desktop closed the session of shortcuts.</source>
        <translation>桌面关闭了快捷键会话。</translation>
    </message>
    <message>
        <source>The hotkey works no more</source>
        <translation>快捷键已失效</translation>
    </message>
    <message>
        <source>The keyboard library found no display.</source>
        <translation>键盘库未找到显示器。</translation>
    </message>
    <message>
        <source>The window system refused to report keys.</source>
        <translation>窗口系统拒绝报告按键。</translation>
    </message>
    <message>
        <source>There is no display.</source>
        <translation>没有显示器。</translation>
    </message>
    <message>
        <source>This is no Wayland session.</source>
        <translation>这不是 Wayland 会话。</translation>
    </message>
    <message>
        <source>This key cannot be heard everywhere.</source>
        <translation>此按键无法全局监听。</translation>
    </message>
    <message>
        <source>This system does not offer the key.</source>
        <translation>此系统不提供该按键。</translation>
    </message>
    <message>
        <source>Use the Snip button or the tray menu instead.</source>
        <translation>请改用“截图”按钮或托盘菜单。</translation>
    </message>
    <message>
        <source>Use the Snip button or the tray menu, or let your desktop run “scipix snip” at a key of yours.</source>
        <translation>请使用“截图”按钮或托盘菜单，或让桌面用自定义按键运行“scipix snip”。</translation>
    </message>
    <message>
        <source>Wayland lets no program listen to the keyboard.</source>
        <translation>Wayland 不允许任何程序监听键盘。</translation>
    </message>
    <message>
        <source>With Shift it types another character.</source>
        <translation>配合 Shift 会输入其他字符。</translation>
    </message>
    <message>
        <source>Without Ctrl, Alt or Meta it is needed for typing.</source>
        <translation>没有 Ctrl、Alt 或 Meta 时，它用于输入文字。</translation>
    </message>
    <message>
        <source>macOS does not let scipix hear keys that other programs get.</source>
        <translation>macOS 不允许 scipix 监听发给其他程序的按键。</translation>
    </message>
    <message>
        <source>“{}” cannot be the hotkey</source>
        <translation>“{}”不能用作快捷键</translation>
    </message>
</context>
<context>
    <name>KeysField</name>
    <message>
        <source>Clear the shortcut</source>
        <translation>清除快捷键</translation>
    </message>
    <message>
        <source>Hold Ctrl, Alt or the system key with another key, or use F1 to F24.</source>
        <translation>请按住 Ctrl、Alt 或系统键再按另一个键，或使用 F1 至 F24。</translation>
    </message>
</context>
<context>
    <name>LastQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave everything as it is (Esc)</source>
        <translation>保持原样（Esc）</translation>
    </message>
</context>
<context>
    <name>LatexEditor</name>
    <message>
        <source>%1 % sure of this symbol: compare it with the picture.</source>
        <translation>此符号的置信度为 %1 %：请与图片对照。</translation>
    </message>
    <message>
        <source>LaTeX source</source>
        <translation>LaTeX 源代码</translation>
    </message>
    <message>
        <source>The LaTeX appears here; you can also type your own.</source>
        <translation>LaTeX 显示在这里；也可以自行输入。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Engine</source>
        <translation>识别引擎</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>{title}. {rest}</source>
        <translation>{title}。{rest}</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Table of contents</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Looking for formulas…</source>
        <translation>正在查找公式…</translation>
    </message>
    <message>
        <source>Page {number} is damaged and cannot be shown.</source>
        <translation>第 {number} 页已损坏，无法显示。</translation>
    </message>
    <message>
        <source>Pages of the document</source>
        <translation>文档页面</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Captured picture</source>
        <translation>截取的图片</translation>
    </message>
    <message>
        <source>The captured picture. Zoom: Ctrl+wheel, + and -; 0 fits, 1 shows every pixel; drag to move</source>
        <translation>截取的图片。缩放：Ctrl+滚轮、+ 和 -；0 适合窗口，1 显示原始像素；拖动可移动</translation>
    </message>
</context>
<context>
    <name>Portal</name>
    <message>
        <source>Allow it for scipix in the settings of your desktop. Start scipix from the menu of applications: some desktops answer only programs that they know from there.</source>
        <translation>请在桌面设置中允许 scipix。请从应用程序菜单启动 scipix：有些桌面只响应从那里启动的程序。</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Install xdg-desktop-portal and the backend of your desktop (for example xdg-desktop-portal-gnome, -kde or -wlr), then log in again.</source>
        <translation>请安装 xdg-desktop-portal 及您桌面的后端（例如 xdg-desktop-portal-gnome、-kde 或 -wlr），然后重新登录。</translation>
    </message>
    <message>
        <source>Look for a dialog that waits for you, then try again.</source>
        <translation>请查看是否有等待处理的对话框，然后重试。</translation>
    </message>
    <message>
        <source>No desktop portal runs in this session.</source>
        <translation>此会话中没有运行桌面门户。</translation>
    </message>
    <message>
        <source>The desktop did not allow it</source>
        <translation>桌面未允许</translation>
    </message>
    <message>
        <source>The desktop portal did not answer</source>
        <translation>桌面门户没有响应</translation>
    </message>
    <message>
        <source>The desktop portal failed</source>
        <translation>桌面门户出错</translation>
    </message>
    <message>
        <source>The desktop portal is missing</source>
        <translation>缺少桌面门户</translation>
    </message>
    <message>
        <source>The portal ended the request without a result.</source>
        <translation>门户结束了请求，但没有结果。</translation>
    </message>
    <message>
        <source>The session&apos;s D-Bus cannot be reached.</source>
        <translation>无法连接会话的 D-Bus。</translation>
    </message>
    <message>
        <source>The session&apos;s D-Bus does not answer.</source>
        <translation>会话的 D-Bus 没有响应。</translation>
    </message>
    <message>
        <source>The time to wait is over.</source>
        <translation>等待超时。</translation>
    </message>
    <message>
        <source>This session has no D-Bus.</source>
        <translation>此会话没有 D-Bus。</translation>
    </message>
    <message>
        <source>Try again and allow it there.</source>
        <translation>请重试并在那里允许。</translation>
    </message>
    <message>
        <source>Try again; if it stays, log out and in again.</source>
        <translation>请重试；如果问题仍在，请注销后重新登录。</translation>
    </message>
    <message>
        <source>You closed the dialog of the desktop.</source>
        <translation>您关闭了桌面的对话框。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>A \left has no \right.</source>
        <translation>有 \left 没有对应的 \right。</translation>
    </message>
    <message>
        <source>A \right has no \left.</source>
        <translation>有 \right 没有对应的 \left。</translation>
    </message>
    <message>
        <source>A closing brace was never opened.</source>
        <translation>有右花括号没有对应的左花括号。</translation>
    </message>
    <message>
        <source>A definition calls itself without end.</source>
        <translation>有定义无限调用自身。</translation>
    </message>
    <message>
        <source>Add the argument in braces behind it.</source>
        <translation>请在其后用花括号补上参数。</translation>
    </message>
    <message>
        <source>Add the missing } or remove the {.</source>
        <translation>请补上缺少的 } 或删除 {。</translation>
    </message>
    <message>
        <source>An opening brace is never closed.</source>
        <translation>有左花括号没有闭合。</translation>
    </message>
    <message>
        <source>Change it so that it does not contain its own name.</source>
        <translation>请修改，使其不包含自身名称。</translation>
    </message>
    <message>
        <source>Check how it is spelled after \begin.</source>
        <translation>请检查 \begin 后的拼写。</translation>
    </message>
    <message>
        <source>Check its spelling; a space ends a command&apos;s name.</source>
        <translation>请检查拼写；空格表示命令名称结束。</translation>
    </message>
    <message>
        <source>Close it with \right and a delimiter.</source>
        <translation>请用 \right 和定界符闭合。</translation>
    </message>
    <message>
        <source>Correct the formula at the place that is marked.</source>
        <translation>请在标记处更正公式。</translation>
    </message>
    <message>
        <source>Drawing the formula took too long and was stopped.</source>
        <translation>绘制公式耗时过长，已停止。</translation>
    </message>
    <message>
        <source>Each \begin needs an \end with the same name.</source>
        <translation>每个 \begin 都需要同名的 \end。</translation>
    </message>
    <message>
        <source>It belongs inside a matrix or an alignment.</source>
        <translation>它应放在矩阵或对齐环境中。</translation>
    </message>
    <message>
        <source>MathJax could not be loaded; a plainer renderer draws.</source>
        <translation>无法加载 MathJax，改用较简单的渲染器。</translation>
    </message>
    <message>
        <source>MathJax did not draw this formula; {0} did.</source>
        <translation>此公式不是由 MathJax 绘制，而是由 {0} 绘制。</translation>
    </message>
    <message>
        <source>No preview of this formula</source>
        <translation>此公式无法预览</translation>
    </message>
    <message>
        <source>No renderer could draw this formula ({0}).</source>
        <translation>没有渲染器能绘制此公式（{0}）。</translation>
    </message>
    <message>
        <source>Open it with \left and a delimiter.</source>
        <translation>请用 \left 和定界符开始。</translation>
    </message>
    <message>
        <source>Put braces around what belongs together.</source>
        <translation>请将属于一起的部分放入花括号。</translation>
    </message>
    <message>
        <source>Remove the } or add the missing {.</source>
        <translation>请删除 } 或补上缺少的 {。</translation>
    </message>
    <message>
        <source>Split it into several formulas.</source>
        <translation>请拆分为多个公式。</translation>
    </message>
    <message>
        <source>Split the formula, or look at its definitions.</source>
        <translation>请拆分公式，或检查其中的定义。</translation>
    </message>
    <message>
        <source>Take inner parts out into formulas of their own.</source>
        <translation>请将内层部分提取为单独的公式。</translation>
    </message>
    <message>
        <source>The LaTeX has an error</source>
        <translation>LaTeX 有错误</translation>
    </message>
    <message>
        <source>The LaTeX itself may be fine; copying still works.</source>
        <translation>LaTeX 本身可能没有问题，仍可复制。</translation>
    </message>
    <message>
        <source>The command {0} is not known.</source>
        <translation>未知命令 {0}。</translation>
    </message>
    <message>
        <source>The environment {0} is not known.</source>
        <translation>未知环境 {0}。</translation>
    </message>
    <message>
        <source>The formula has {0} characters; {1} can be drawn.</source>
        <translation>公式有 {0} 个字符；最多可绘制 {1} 个。</translation>
    </message>
    <message>
        <source>The formula nests more than {0} levels deep.</source>
        <translation>公式嵌套超过 {0} 层。</translation>
    </message>
    <message>
        <source>Two subscripts follow each other.</source>
        <translation>两个下标相连。</translation>
    </message>
    <message>
        <source>Two superscripts follow each other.</source>
        <translation>两个上标相连。</translation>
    </message>
    <message>
        <source>Write one such as ( [ | \{ or a point for none.</source>
        <translation>请写如 ( [ | \{ 的定界符，不需要时写一个点。</translation>
    </message>
    <message>
        <source>\begin and \end do not match.</source>
        <translation>\begin 与 \end 不匹配。</translation>
    </message>
    <message>
        <source>{0} cannot stand here.</source>
        <translation>{0} 不能出现在此处。</translation>
    </message>
    <message>
        <source>{0} lacks what it applies to.</source>
        <translation>{0} 缺少作用对象。</translation>
    </message>
    <message>
        <source>{0} needs a delimiter behind it.</source>
        <translation>{0} 后面需要定界符。</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Rendered</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Rendered formula</source>
        <translation>渲染的公式</translation>
    </message>
    <message>
        <source>The LaTeX as it typesets, at the scale of the picture. Zoom: Ctrl+wheel, + and -; 0 fits</source>
        <translation>按图片比例排版的 LaTeX。缩放：Ctrl+滚轮、+ 和 -；0 适合窗口</translation>
    </message>
    <message>
        <source>The rendering appears here.</source>
        <translation>渲染结果显示在这里。</translation>
    </message>
    <message>
        <source>This is the last rendering that worked.</source>
        <translation>这是最后一次成功的渲染。</translation>
    </message>
</context>
<context>
    <name>PrivateBanner</name>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End private mode</source>
        <translation>结束隐私模式</translation>
    </message>
    <message>
        <source>End private mode: what is read is kept again</source>
        <translation>结束隐私模式：重新保存识别结果</translation>
    </message>
    <message>
        <source>Private mode: nothing is kept.</source>
        <translation>隐私模式：不保存任何内容。</translation>
    </message>
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>(and %1 more)</source>
        <translation>（另有 %1 个）</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <source>Go to the problem</source>
        <translation>转到问题处</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Repair the problem</source>
        <translation>修复此问题</translation>
    </message>
    <message>
        <source>Select the place in the source (F4)</source>
        <translation>在源代码中选中该处（F4）</translation>
    </message>
</context>
<context>
    <name>ProviderTest</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>取消测试</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Fastest here: {name}.</source>
        <translation>本机最快：{name}。</translation>
    </message>
    <message>
        <source>Measure each provider on this computer</source>
        <translation>在本机上测量每种计算设备</translation>
    </message>
    <message>
        <source>Nothing works here. Please install the program again.</source>
        <translation>没有可用的计算设备，请重新安装程序。</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>测试进度</translation>
    </message>
    <message>
        <source>Recognises a sample formula several times on each one.</source>
        <translation>在每种设备上多次识别一个示例公式。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Testing {name} …</source>
        <translation>正在测试 {name}…</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>测试已取消。</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} 毫秒</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Forget these</source>
        <translation>清除此列表</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Recent documents</source>
        <translation>最近的文档</translation>
    </message>
</context>
<context>
    <name>ScannedFormulas</name>
    <message>
        <source>Formulas on page {number} cannot be found</source>
        <translation>无法在第 {number} 页查找公式</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>A screenshot is on its way</source>
        <translation>正在截图</translation>
    </message>
    <message>
        <source>Allow scipix in System Settings, Privacy &amp; Security, Screen Recording, and start it again.</source>
        <translation>请在“系统设置”&gt;“隐私与安全性”&gt;“屏幕录制”中允许 scipix，然后重新启动。</translation>
    </message>
    <message>
        <source>Its shape is not that of your screens together.</source>
        <translation>它的形状与所有屏幕的总和不符。</translation>
    </message>
    <message>
        <source>Look for a dialog of the desktop that waits for you.</source>
        <translation>请查看桌面是否有等待处理的对话框。</translation>
    </message>
    <message>
        <source>Take a screenshot with another program and paste it here.</source>
        <translation>请用其他程序截图并粘贴到此处。</translation>
    </message>
    <message>
        <source>Take a screenshot with another program, then paste it here or open its file.</source>
        <translation>请用其他程序截图，然后粘贴到此处或打开其文件。</translation>
    </message>
    <message>
        <source>The desktop has not answered the last request yet.</source>
        <translation>桌面尚未响应上一次请求。</translation>
    </message>
    <message>
        <source>The desktop portal named no file with a picture.</source>
        <translation>桌面门户没有给出图片文件。</translation>
    </message>
    <message>
        <source>The screen cannot be captured here</source>
        <translation>此处无法截取屏幕</translation>
    </message>
    <message>
        <source>The screen could not be read</source>
        <translation>无法读取屏幕</translation>
    </message>
    <message>
        <source>The screen may not be recorded</source>
        <translation>不允许录制屏幕</translation>
    </message>
    <message>
        <source>The screenshot cannot be read</source>
        <translation>无法读取截图</translation>
    </message>
    <message>
        <source>The screenshot does not show the whole desktop</source>
        <translation>截图未显示整个桌面</translation>
    </message>
    <message>
        <source>The window system gave no picture.</source>
        <translation>窗口系统没有提供图片。</translation>
    </message>
    <message>
        <source>There is no display.</source>
        <translation>没有显示器。</translation>
    </message>
    <message>
        <source>This is no Wayland session.</source>
        <translation>这不是 Wayland 会话。</translation>
    </message>
    <message>
        <source>Wayland lets no program read the screen itself.</source>
        <translation>Wayland 不允许程序自行读取屏幕。</translation>
    </message>
    <message>
        <source>macOS shows scipix only its own windows.</source>
        <translation>macOS 只向 scipix 显示它自己的窗口。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>0 means for ever.</source>
        <translation>0 表示永久保留。</translation>
    </message>
    <message>
        <source>4 bits</source>
        <translation>4 位</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>A picture that was read before is not read again. Corrected answers come back corrected.</source>
        <translation>识别过的图片不再重新识别。更正过的结果会以更正后的形式返回。</translation>
    </message>
    <message>
        <source>A small note with the result that copies it in another format without opening the window.</source>
        <translation>显示结果的小提示，无需打开窗口即可用其他格式复制。</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>备选结果</translation>
    </message>
    <message>
        <source>Answer known pictures from memory</source>
        <translation>用记忆库回答已知图片</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Best available</source>
        <translation>自动选择最佳</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CUDA (NVIDIA)</source>
        <translation>CUDA (NVIDIA)</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Converted files say where to look again: in comments, in plain text by [?].</source>
        <translation>转换后的文件会标出需要复查之处：用注释标出，纯文本中用 [?] 标出。</translation>
    </message>
    <message>
        <source>Copy the result after a snip</source>
        <translation>截图后复制结果</translation>
    </message>
    <message>
        <source>Core ML (macOS)</source>
        <translation>Core ML (macOS)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Days to keep unused pictures</source>
        <translation>未使用图片的保留天数</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>DirectML (Windows)</source>
        <translation>DirectML (Windows)</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>识别引擎</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Fewer bits take less room; what answers is proved on the pixels in any case.</source>
        <translation>位数越少占用空间越小；无论如何都会用像素核对结果。</translation>
    </message>
    <message>
        <source>Format to copy</source>
        <translation>复制格式</translation>
    </message>
    <message>
        <source>Full precision</source>
        <translation>完整精度</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Hide the window while snipping</source>
        <translation>截图时隐藏窗口</translation>
    </message>
    <message>
        <source>How many readings of a formula are searched for and offered.</source>
        <translation>为一个公式查找并提供多少种读法。</translation>
    </message>
    <message>
        <source>Invert captured pictures in the dark theme</source>
        <translation>在深色主题中反转截取的图片</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>关闭窗口后继续在托盘中运行</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Least similarity</source>
        <translation>最低相似度</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Mark doubtful formulas of documents</source>
        <translation>标记文档中存疑的公式</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆库</translation>
    </message>
    <message>
        <source>Nothing that is recognised is stored. What was stored before still answers and is found.</source>
        <translation>不存储任何识别内容。之前存储的内容仍可用于回答和查找。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Pictures less similar than this are not even compared pixel by pixel.</source>
        <translation>相似度低于此值的图片不进行逐像素比较。</translation>
    </message>
    <message>
        <source>Precision of stored vectors</source>
        <translation>存储向量的精度</translation>
    </message>
    <message>
        <source>Private mode</source>
        <translation>隐私模式</translation>
    </message>
    <message>
        <source>Room for pictures</source>
        <translation>图片存储空间</translation>
    </message>
    <message>
        <source>Shortcut for snipping</source>
        <translation>截图快捷键</translation>
    </message>
    <message>
        <source>Show a note near the snip</source>
        <translation>在截图旁显示提示</translation>
    </message>
    <message>
        <source>Shows the captured picture light on dark. What is recognised stays the same.</source>
        <translation>以深底浅字显示截取的图片，识别内容不变。</translation>
    </message>
    <message>
        <source>Size of the formula</source>
        <translation>公式大小</translation>
    </message>
    <message>
        <source>So that the window does not cover the formula.</source>
        <translation>以免窗口遮住公式。</translation>
    </message>
    <message>
        <source>The clipboard is replaced as soon as the formula is recognised.</source>
        <translation>公式识别完成后立即替换剪贴板内容。</translation>
    </message>
    <message>
        <source>The colours of the window.</source>
        <translation>窗口的颜色。</translation>
    </message>
    <message>
        <source>The format of the copy button and of copying after a snip; the one used last.</source>
        <translation>复制按钮和截图后复制所用的格式，即最近一次使用的格式。</translation>
    </message>
    <message>
        <source>The height of the letters in the preview.</source>
        <translation>预览中字母的高度。</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation>界面语言。</translation>
    </message>
    <message>
        <source>The shortcut for snipping then works without a window. Quit from the tray&apos;s menu.</source>
        <translation>这样没有窗口时截图快捷键仍然有效。可从托盘菜单退出。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>When it is full, those unused for longest are forgotten. 0 means no limit.</source>
        <translation>存满后会清除最久未使用的图片。0 表示不限。</translation>
    </message>
    <message>
        <source>Where formulas are recognised. The test measures what each one takes on this computer.</source>
        <translation>在哪里识别公式。测试会测量各设备在本机上的用时。</translation>
    </message>
    <message>
        <source>Works in every program while scipix runs. Empty means no shortcut.</source>
        <translation>scipix 运行时在任何程序中都有效。留空表示不使用快捷键。</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the settings (Esc)</source>
        <translation>关闭设置（Esc）</translation>
    </message>
    <message>
        <source>Give the settings of this page their defaults</source>
        <translation>将本页设置恢复为默认值</translation>
    </message>
    <message>
        <source>How sure is sure…</source>
        <translation>置信度有多可靠…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show what was learned from your verdicts; export, import or reset it</source>
        <translation>显示从您的判定中学到的内容；可导出、导入或重置</translation>
    </message>
    <message>
        <source>Take back the restored defaults</source>
        <translation>撤销恢复默认值</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Fixed by the environment variable {name} while the program runs.</source>
        <translation>程序运行期间由环境变量 {name} 固定。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Convert the document</source>
        <translation>转换文档</translation>
    </message>
    <message>
        <source>Draw a frame by keys: arrows move it, with Shift its size</source>
        <translation>用键盘画框：方向键移动，按住 Shift 调整大小</translation>
    </message>
    <message>
        <source>Draw frames around formulas, as with Alt held</source>
        <translation>在公式周围画框，与按住 Alt 相同</translation>
    </message>
    <message>
        <source>Find in the LaTeX</source>
        <translation>在 LaTeX 中查找</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>在文档中查找</translation>
    </message>
    <message>
        <source>Fit the width of the pages, with 9 whole pages</source>
        <translation>适合页面宽度，按 9 适合整页</translation>
    </message>
    <message>
        <source>Go to a page of the document</source>
        <translation>转到文档的某一页</translation>
    </message>
    <message>
        <source>Go to the first problem in the LaTeX</source>
        <translation>转到 LaTeX 中的第一个问题</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Next doubtful formula of the conversion</source>
        <translation>转换结果中的下一个存疑公式</translation>
    </message>
    <message>
        <source>Next doubtful symbol</source>
        <translation>下一个存疑符号</translation>
    </message>
    <message>
        <source>Next match, with Shift the one before</source>
        <translation>下一处，按住 Shift 为上一处</translation>
    </message>
    <message>
        <source>Next page, with PgUp the one before</source>
        <translation>下一页，PgUp 为上一页</translation>
    </message>
    <message>
        <source>Pages light on dark</source>
        <translation>深色页面</translation>
    </message>
    <message>
        <source>Point at the next formula, with Shift at the one before</source>
        <translation>指向下一个公式，按住 Shift 为上一个</translation>
    </message>
    <message>
        <source>Previous doubtful symbol</source>
        <translation>上一个存疑符号</translation>
    </message>
    <message>
        <source>Read pictures in place of glyphs</source>
        <translation>读取图像而不是字形</translation>
    </message>
    <message>
        <source>Read the formula that is pointed at, or what is framed</source>
        <translation>识别所指的公式或框内的内容</translation>
    </message>
    <message>
        <source>Remove the entry from the history</source>
        <translation>从历史记录中删除此条</translation>
    </message>
    <message>
        <source>Replace in the LaTeX</source>
        <translation>在 LaTeX 中替换</translation>
    </message>
    <message>
        <source>Show pages and contents</source>
        <translation>显示页面和目录</translation>
    </message>
    <message>
        <source>Take the first alternative, and so on to Alt+5</source>
        <translation>采用第一个备选结果，依此类推到 Alt+5</translation>
    </message>
    <message>
        <source>Undo an edit, or bring back a removed entry</source>
        <translation>撤销编辑，或恢复已删除的条目</translation>
    </message>
    <message>
        <source>Zoom in, with - out</source>
        <translation>放大，- 为缩小</translation>
    </message>
</context>
<context>
    <name>Surface</name>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Nothing is selected yet: draw a rectangle around the formula.</source>
        <translation>尚未选择：请在公式周围画一个矩形。</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>松开</translation>
    </message>
    <message>
        <source>Selection on screen {}</source>
        <translation>屏幕 {} 上的选区</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>aim</source>
        <translation>瞄准</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>hold to move</source>
        <translation>按住移动</translation>
    </message>
    <message>
        <source>move by a pixel</source>
        <translation>移动一个像素</translation>
    </message>
    <message>
        <source>next screen</source>
        <translation>下一屏幕</translation>
    </message>
    <message>
        <source>resize</source>
        <translation>调整大小</translation>
    </message>
    <message>
        <source>scipix: select a formula</source>
        <translation>scipix：选择公式</translation>
    </message>
    <message>
        <source>select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>select with keys</source>
        <translation>用键盘选择</translation>
    </message>
    <message>
        <source>take</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>{} × {} px</source>
        <translation>{} × {} px</translation>
    </message>
</context>
<context>
    <name>TagLine</name>
    <message>
        <source>Enter keeps the tags, Esc leaves them as they were</source>
        <translation>Enter 保存标签，Esc 保持原样</translation>
    </message>
    <message>
        <source>Give the chosen entries these tags (Enter)</source>
        <translation>为所选条目设置这些标签（Enter）</translation>
    </message>
    <message>
        <source>Keep tags</source>
        <translation>保存标签</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>标签，以逗号分隔</translation>
    </message>
</context>
<context>
    <name>ThumbnailModel</name>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Pages as small pictures</source>
        <translation>页面缩略图</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy again in this format (Enter)</source>
        <translation>以此格式再次复制（Enter）</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Copy in another format</source>
        <translation>以其他格式复制</translation>
    </message>
    <message>
        <source>Formula read</source>
        <translation>公式已识别</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show the result in the window</source>
        <translation>在窗口中显示结果</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Recent results</source>
        <translation>最近的结果</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>显示窗口</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Export what was learned</source>
        <translation>导出学到的内容</translation>
    </message>
    <message>
        <source>Import what was learned</source>
        <translation>导入学到的内容</translation>
    </message>
    <message>
        <source>What scipix has learned</source>
        <translation>scipix 学到的内容</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>This entry is not kept (private mode), so nothing is learned from it.</source>
        <translation>此条目未保存（隐私模式），因此不会从中学习。</translation>
    </message>
</context>
<context>
    <name>WaysIn</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Pictures and documents</source>
        <translation>图片和文档</translation>
    </message>
    <message>
        <source>Read pictures of formulas, or documents</source>
        <translation>读取公式图片或文档</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>Every pixel as captured, 100 %</source>
        <translation>按原始像素显示，100 %</translation>
    </message>
    <message>
        <source>Fit picture and rendering</source>
        <translation>使图片和渲染适合窗口</translation>
    </message>
    <message>
        <source>Show the picture as a negative in dark mode</source>
        <translation>深色模式下以反色显示图片</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>_ActionMaker</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change how scipix works</source>
        <translation>更改 scipix 的工作方式</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the formula in this format</source>
        <translation>以此格式复制公式</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>End scipix</source>
        <translation>退出 scipix</translation>
    </message>
    <message>
        <source>Filter history</source>
        <translation>筛选历史记录</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Read picture files, or open a PDF</source>
        <translation>读取图片文件或打开 PDF</translation>
    </message>
    <message>
        <source>Read the picture in the clipboard</source>
        <translation>识别剪贴板中的图片</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史记录</translation>
    </message>
    <message>
        <source>Select a formula on the screen</source>
        <translation>在屏幕上选取公式</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show all shortcuts</source>
        <translation>显示所有快捷键</translation>
    </message>
    <message>
        <source>Show the document</source>
        <translation>显示文档</translation>
    </message>
    <message>
        <source>Show the formula alone</source>
        <translation>只显示公式</translation>
    </message>
    <message>
        <source>Show what was read before</source>
        <translation>显示之前的识别结果</translation>
    </message>
    <message>
        <source>Snip</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止识别</translation>
    </message>
    <message>
        <source>The formula is right as it stands</source>
        <translation>公式现在是正确的</translation>
    </message>
    <message>
        <source>What was read is wrong</source>
        <translation>识别结果有误</translation>
    </message>
    <message>
        <source>Write the formula into a file</source>
        <translation>将公式写入文件</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
</TS>
