<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AlternativeCard</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 among these readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alternative %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose with Alt+%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
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
    <name>ConfidenceLine</name>
    <message>
        <source>%1 % sure: compare it with the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % sure: looks right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % sure: probably wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 doubtful symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 doubtful symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next doubtful symbol (F8; Shift+F8 goes back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next doubtful symbol, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Copied as {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved by a trial run. Loaded in {ms} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {number} of {total}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models are loading, your picture comes next…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} · model {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sure} · copied as {format}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop pictures anywhere in this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads one of the pictures that come with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn a picture of a formula into LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shortcut} snips from any program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A backslash without a name.</source>
        <translation>反斜杠后没有名称。</translation>
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
        <source>Check the folder and the free space; scipix works without it.</source>
        <translation type="unfinished"></translation>
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
        <source>Choose an allowed value.</source>
        <translation>请选择允许的值。</translation>
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
        <source>Crop it to the formula or save it in a smaller size.</source>
        <translation>请裁剪到公式区域，或以较小尺寸保存。</translation>
    </message>
    <message>
        <source>Crop it to the formula.</source>
        <translation>请裁剪到公式区域。</translation>
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
        <source>Execution provider failed</source>
        <translation>计算设备出错</translation>
    </message>
    <message>
        <source>File cannot be read</source>
        <translation>无法读取文件</translation>
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
        <source>Give height x width, with 1 to 4 channels, of bool, uint8, uint16 or float.</source>
        <translation>应为高 x 宽、1 至 4 个通道，类型为 bool、uint8、uint16 或 float。</translation>
    </message>
    <message>
        <source>History and corrections start anew: {0}.</source>
        <translation type="unfinished"></translation>
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
        <source>It cannot be decoded: {0}.</source>
        <translation>无法解码：{0}。</translation>
    </message>
    <message>
        <source>It did not start.</source>
        <translation>未能启动。</translation>
    </message>
    <message>
        <source>Join the two, or put the first with its base in braces: {{x{0}a}}{1}b.</source>
        <translation>请将两者合并，或将第一个与其基底放入花括号：{{x{0}a}}{1}b。</translation>
    </message>
    <message>
        <source>LaTeX formats keep it.</source>
        <translation>LaTeX 格式会保留它。</translation>
    </message>
    <message>
        <source>Manifest damaged</source>
        <translation>模型清单已损坏</translation>
    </message>
    <message>
        <source>Memory cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory was damaged</source>
        <translation type="unfinished"></translation>
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
        <source>No file fits the pattern.</source>
        <translation>没有符合该模式的文件。</translation>
    </message>
    <message>
        <source>No formula found</source>
        <translation>未找到公式</translation>
    </message>
    <message>
        <source>No more than {0} levels can be read.</source>
        <translation>最多只能读取 {0} 层。</translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>No provider works</source>
        <translation>没有可用的计算设备</translation>
    </message>
    <message>
        <source>Not a picture</source>
        <translation>不是图片</translation>
    </message>
    <message>
        <source>Not in the installed ONNX Runtime.</source>
        <translation>已安装的 ONNX Runtime 不包含它。</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>内存不足</translation>
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
        <source>Put the rows in braces.</source>
        <translation>请将各行放入花括号。</translation>
    </message>
    <message>
        <source>Remove it, or add the beginning.</source>
        <translation>请删除它，或补上开头。</translation>
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
        <source>Something went wrong that should not ({0}).</source>
        <translation>出现了意外错误（{0}）。</translation>
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
        <source>Take the picture again.</source>
        <translation>请重新截取图片。</translation>
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
        <source>The file has more than {0} MiB.</source>
        <translation>文件超过 {0} MiB。</translation>
    </message>
    <message>
        <source>The folder has no pictures in it.</source>
        <translation>文件夹中没有图片。</translation>
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
        <source>The formula is nested too deeply.</source>
        <translation>公式嵌套过深。</translation>
    </message>
    <message>
        <source>The formula is too long.</source>
        <translation>公式过长。</translation>
    </message>
    <message>
        <source>The old file is kept as {0}.</source>
        <translation type="unfinished"></translation>
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
        <source>Too much at once</source>
        <translation>一次处理过多</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the log.</source>
        <translation>请重试；如果问题仍在，请附上日志报告。</translation>
    </message>
    <message>
        <source>Typst&apos;s matrices have rules only inside.</source>
        <translation type="unfinished"></translation>
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
        <source>Word&apos;s equations have no rules between columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write \% for the sign.</source>
        <translation>百分号请写作 \%。</translation>
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
        <source>\middle outside \left...\right.</source>
        <translation>\middle 不在 \left...\right 之内。</translation>
    </message>
    <message>
        <source>\right without \left.</source>
        <translation>\right 没有对应的 \left。</translation>
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
        <source>{0} cannot be written: {1}.</source>
        <translation>无法写入 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be {1}: it is {2}.</source>
        <translation>{0} 不能是 {1}，允许：{2}。</translation>
    </message>
    <message>
        <source>{0} follows no operator.</source>
        <translation>{0} 前面没有运算符。</translation>
    </message>
    <message>
        <source>{0} in a text.</source>
        <translation>文本中有 {0}。</translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match upper and lower case (Alt+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all matches in one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace this match and go to the next (Enter in the field)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>LaTeX, display $$…$$</source>
        <translation>LaTeX，行间 $$…$$</translation>
    </message>
    <message>
        <source>LaTeX, equation</source>
        <translation>LaTeX，equation 环境</translation>
    </message>
    <message>
        <source>LaTeX, inline $…$</source>
        <translation>LaTeX，行内 $…$</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>图片 (PNG)</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>图片 (SVG)</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Filter by LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulas read so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No formula contains this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only formulas that contain this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you read appears here. Delete removes an entry.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hotkey</name>
    <message>
        <source>Allow scipix in System Settings, Privacy &amp; Security, Accessibility and Input Monitoring, and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose something like Ctrl+Alt+M or F9 in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not one key with its modifiers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No global hotkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No global hotkey here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the hotkey again in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snip a formula from the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop closed the session of shortcuts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hotkey works no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyboard library found no display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window system refused to report keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no Wayland session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key cannot be heard everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system does not offer the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the Snip button or the tray menu instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wayland lets no program listen to the keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With Shift it types another character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without Ctrl, Alt or Meta it is needed for typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS does not let scipix hear keys that other programs get.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” cannot be the hotkey</source>
        <translation type="unfinished"></translation>
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
    <name>LatexEditor</name>
    <message>
        <source>%1 % sure of this symbol: compare it with the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LaTeX source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LaTeX appears here; you can also type your own.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Captured picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The captured picture. Zoom: Ctrl+wheel, + and -; 0 fits, 1 shows every pixel; drag to move</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Portal</name>
    <message>
        <source>Allow it for scipix in the settings of your desktop. Start scipix from the menu of applications: some desktops answer only programs that they know from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install xdg-desktop-portal and the backend of your desktop (for example xdg-desktop-portal-gnome, -kde or -wlr), then log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a dialog that waits for you, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No desktop portal runs in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop did not allow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop portal did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop portal failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop portal is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The portal ended the request without a result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session&apos;s D-Bus cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session&apos;s D-Bus does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time to wait is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session has no D-Bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again and allow it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays, log out and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You closed the dialog of the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>A \left has no \right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A \right has no \left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A closing brace was never opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A definition calls itself without end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the argument in braces behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the missing } or remove the {.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An opening brace is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the definition so that it does not contain its own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check how it is spelled after \begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check how it is spelled; a space ends a command&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it with \right and a delimiter, or with \right. for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the formula at the place that is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the formula took too long and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each \begin needs an \end with the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs inside a matrix or an aligned environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for definitions that call themselves, or split the formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MathJax could not be loaded; a plainer renderer draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MathJax did not draw this formula; {0} did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preview of this formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No renderer could draw this formula ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with \left and a delimiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put braces around what belongs together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the } or add the missing {.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into several formulas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take inner parts out into formulas of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LaTeX has an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LaTeX itself may be fine; copying still works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command {0} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment {0} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula has {0} characters; the preview draws up to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula nests more than {0} levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two subscripts follow each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two superscripts follow each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one such as ( [ | or \{ or a point for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>\begin and \end do not match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lacks what it applies to.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendered formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LaTeX as it typesets, at the scale of the picture. Zoom: Ctrl+wheel, + and -; 0 fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rendering appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last rendering that worked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>(and %1 more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the place in the source (F4)</source>
        <translation type="unfinished"></translation>
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
    <name>Screenshot</name>
    <message>
        <source>A screenshot is on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow scipix in System Settings, Privacy &amp; Security, Screen Recording, and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shape is not that of your screens together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a dialog of the desktop that waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a screenshot with another program and paste it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a screenshot with another program, then paste it here or open its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop has not answered the last request yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop portal named no file with a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen cannot be captured here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen may not be recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screenshot cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screenshot does not show the whole desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window system gave no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no Wayland session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wayland lets no program read the screen itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS shows scipix only its own windows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A small note with the result that copies it in another format without opening the window.</source>
        <translation>显示结果的小提示，无需打开窗口即可用其他格式复制。</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>备选结果</translation>
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
        <source>Format to copy</source>
        <translation>复制格式</translation>
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
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
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
        <source>Find in the LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first problem in the LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next doubtful symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous doubtful symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the entry from the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace in the LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the first alternative, and so on to Alt+5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo an edit, or bring back a removed entry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Surface</name>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected yet: draw a rectangle around the formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection on screen {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold to move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move by a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scipix: select a formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select with keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} × {} px</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy again in this format (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy in another format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the result in the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Recent results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaysIn</name>
    <message>
        <source>Read pictures of formulas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel as captured, 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit picture and rendering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the picture as a negative in dark mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
