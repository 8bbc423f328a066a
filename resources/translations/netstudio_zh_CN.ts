<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Folder</source>
        <comment>All other platforms</comment>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;I)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>netstudio</name>
    <message>
        <source>&quot;sample&quot; has {axes} axes but {sizes} sizes</source>
        <translation>“sample” 有 {axes} 个轴，却给了 {sizes} 个尺寸</translation>
    </message>
    <message>
        <source>&quot;valid&quot;, &quot;same&quot;, or {size}</source>
        <translation>“valid”、“same” 或 {size}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>1 filter</source>
        <translation>1 个卷积核</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 组</translation>
    </message>
    <message>
        <source>1 head</source>
        <translation>1 个头</translation>
    </message>
    <message>
        <source>1 is a straight line; more falls faster in the beginning.</source>
        <translation>1 是直线；越大则开始时降得越快。</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 层</translation>
    </message>
    <message>
        <source>1 output</source>
        <translation>1 个输出</translation>
    </message>
    <message>
        <source>1 param</source>
        <translation>1 参数</translation>
    </message>
    <message>
        <source>1 picture has no label in {table} and is left out: {names}.</source>
        <translation>1 张图片在 {table} 中没有标签，已略去：{names}。</translation>
    </message>
    <message>
        <source>1 row of {table} names no picture of the folder: {names}.</source>
        <translation>{table} 有 1 行所指的图片不在文件夹中：{names}。</translation>
    </message>
    <message>
        <source>1 run · {size}</source>
        <translation>1 次训练 · {size}</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>1 个样本</translation>
    </message>
    <message>
        <source>1 series of photographs of the same thing was found; it stays together in one part.</source>
        <translation>发现 1 组同一事物的连拍照片；它们会留在同一部分中。</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>1 text holds HTML entities such as {example}, which are read as the signs they stand for unless that is switched off.</source>
        <translation>1 段文本含有 {example} 之类的 HTML 实体；除非关闭此项，否则按其代表的符号读取。</translation>
    </message>
    <message>
        <source>1 text holds invisible characters such as {example}; they are passed over.</source>
        <translation>1 段文本含有 {example} 之类的不可见字符；它们会被跳过。</translation>
    </message>
    <message>
        <source>1 text is empty and is left out.</source>
        <translation>1 段文本为空，已略去。</translation>
    </message>
    <message>
        <source>1 text is longer than {longest} characters, of which only the beginning is read.</source>
        <translation>1 段文本超过 {longest} 个字符，只读取开头。</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>1 个线程</translation>
    </message>
    <message>
        <source>1 training sample also occurs in the validation or test part and is left out.</source>
        <translation>1 个训练样本也出现在验证集或测试集中，已略去。</translation>
    </message>
    <message>
        <source>1 training sample repeats another and is left out.</source>
        <translation>1 个训练样本与另一个重复，已略去。</translation>
    </message>
    <message>
        <source>1 training sample repeats another; both stay in one part.</source>
        <translation>1 个训练样本与另一个重复；两者留在同一部分中。</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 个单元</translation>
    </message>
    <message>
        <source>1 validation sample also occurs in the test part and is left out.</source>
        <translation>1 个验证样本也出现在测试集中，已略去。</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 个警告</translation>
    </message>
    <message>
        <source>1,797 handwritten digits, grey, 8×8, from scikit-learn; trains in seconds.</source>
        <translation>1,797 个手写数字，灰度，8×8，来自 scikit-learn；几秒即可训练完。</translation>
    </message>
    <message>
        <source>101,000 photographs of 101 dishes.</source>
        <translation>101 种菜肴的 101,000 张照片。</translation>
    </message>
    <message>
        <source>120,000 handwritten digits: MNIST with a test part of 60,000, grey, 28×28.</source>
        <translation>120,000 个手写数字：测试集为 60,000 个的 MNIST，灰度，28×28。</translation>
    </message>
    <message>
        <source>13,000 photographs of 10 animals and vehicles, colour, 96×96.</source>
        <translation>10 种动物和交通工具的 13,000 张照片，彩色，96×96。</translation>
    </message>
    <message>
        <source>150 flowers of three species with four measures each.</source>
        <translation>三个品种的 150 朵鸢尾花，各有四项测量值。</translation>
    </message>
    <message>
        <source>178 wines of three growers with 13 figures of a chemical analysis.</source>
        <translation>三位酿酒者的 178 种葡萄酒，各有 13 项化学分析数据。</translation>
    </message>
    <message>
        <source>2024-12-31</source>
        <translation>2024-12-31</translation>
    </message>
    <message>
        <source>26 letters</source>
        <translation>26 个字母</translation>
    </message>
    <message>
        <source>27,000 satellite pictures of 10 kinds of land use, colour, 64×64.</source>
        <translation>10 种土地用途的 27,000 张卫星图片，彩色，64×64。</translation>
    </message>
    <message>
        <source>3,000 spoken digits with the official test part, takes 0 to 4; read from the folder fsdd in the data folder.</source>
        <translation>3,000 段读出的数字，官方测试集为第 0 到 4 次录音；从数据文件夹中的 fsdd 文件夹读取。</translation>
    </message>
    <message>
        <source>344 penguins of three species with island, measures and sex; some values are missing.</source>
        <translation>三个种类的 344 只企鹅，有岛屿、测量值和性别；部分值缺失。</translation>
    </message>
    <message>
        <source>442 patients with ten measures each; the number to predict says how the disease went on within a year.</source>
        <translation>442 位病人，各有十项测量值；要预测的数表示一年内病情的发展。</translation>
    </message>
    <message>
        <source>5,574 short messages in English, wanted or spam; shipped with netstudio.</source>
        <translation>5,574 条英文短信，正常或垃圾；随 netstudio 提供。</translation>
    </message>
    <message>
        <source>569 tumours, malignant or benign, with 30 measures of their cells.</source>
        <translation>569 个肿瘤，恶性或良性，各有 30 项细胞测量值。</translation>
    </message>
    <message>
        <source>60,000 small photographs of 10 animals and vehicles, colour, 32×32.</source>
        <translation>10 种动物和交通工具的 60,000 张小照片，彩色，32×32。</translation>
    </message>
    <message>
        <source>60,000 small photographs of 100 things, colour, 32×32.</source>
        <translation>100 种事物的 60,000 张小照片，彩色，32×32。</translation>
    </message>
    <message>
        <source>640 recordings of nine men who say “ae”: 12 numbers of their voice over 7 to 29 steps. Who speaks? Shipped with netstudio.</source>
        <translation>九位男士说“ae”的 640 段录音：7 到 29 步，每步 12 个描述嗓音的数。说话的是谁？随 netstudio 提供。</translation>
    </message>
    <message>
        <source>7,349 photographs of 37 breeds of cats and dogs.</source>
        <translation>37 个猫狗品种的 7,349 张照片。</translation>
    </message>
    <message>
        <source>70,000 handwritten Japanese characters, grey, 28×28, 10 classes.</source>
        <translation>70,000 个手写日文字符，灰度，28×28，10 个类别。</translation>
    </message>
    <message>
        <source>70,000 handwritten digits, grey, 28×28; shipped with netstudio.</source>
        <translation>70,000 个手写数字，灰度，28×28；随 netstudio 附带。</translation>
    </message>
    <message>
        <source>70,000 pieces of clothing, grey, 28×28, 10 classes.</source>
        <translation>70,000 件服饰，灰度，28×28，10 个类别。</translation>
    </message>
    <message>
        <source>8,189 photographs of 102 kinds of flowers.</source>
        <translation>102 种花的 8,189 张照片。</translation>
    </message>
    <message>
        <source>99,289 digits of house numbers, colour, 32×32.</source>
        <translation>99,289 个门牌号数字，彩色，32×32。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>A CPU computes with float16 more slowly than with float32. Choose float32 under Training, Computation.</source>
        <translation>CPU 用 float16 计算比用 float32 更慢。请在“训练”的“计算”中选择 float32。</translation>
    </message>
    <message>
        <source>A block&apos;s name has {count} characters at most.</source>
        <translation>块的名称最多 {count} 个字符。</translation>
    </message>
    <message>
        <source>A class with fewer samples than this counts as tiny.</source>
        <translation>样本少于这个数的类别算作过小。</translation>
    </message>
    <message>
        <source>A constant</source>
        <translation>一个常数</translation>
    </message>
    <message>
        <source>A container around it is frozen, and so is this layer.</source>
        <translation>它所在的容器已冻结，因此这一层也已冻结。</translation>
    </message>
    <message>
        <source>A container cannot be moved into itself.</source>
        <translation>容器不能移动到它自己里面。</translation>
    </message>
    <message>
        <source>A copy of the network learns for a moment while the learning rate rises with each step. Your project stays as it is.</source>
        <translation>网络的一个副本会学习片刻，学习率逐步升高。你的项目保持不变。</translation>
    </message>
    <message>
        <source>A cross-validation goes on as it began, but its epochs were changed. Leave --epochs out, or start a new run.</source>
        <translation>交叉验证只能照开始时的样子继续，但训练轮数已改变。请去掉 --epochs，或开始新的训练。</translation>
    </message>
    <message>
        <source>A cross-validation goes on as it began. Train anew.</source>
        <translation>交叉验证只能照开始时的样子继续。请重新训练。</translation>
    </message>
    <message>
        <source>A disc inside a ring.</source>
        <translation>圆环中的圆盘。</translation>
    </message>
    <message>
        <source>A fast SiLU for small devices.</source>
        <translation>适合小型设备的快速 SiLU。</translation>
    </message>
    <message>
        <source>A few random changes of the same strength.</source>
        <translation>几种强度相同的随机变化。</translation>
    </message>
    <message>
        <source>A file of the same kind with the official test part, if there is one.</source>
        <translation>存放官方测试集的同类文件（如果有）。</translation>
    </message>
    <message>
        <source>A file or an archive…</source>
        <translation>文件或压缩包…</translation>
    </message>
    <message>
        <source>A file with the weights of another trained network; those that match by name and shape, or by order, are taken over. Prepare the inputs as they were for it. Empty for new weights.</source>
        <translation>另一个训练好的网络的权重文件；名称和形状相符或顺序相符的权重会被采用。请按那个网络的方式预处理输入。留空则用新的权重。</translation>
    </message>
    <message>
        <source>A folder of the same kind with the test pictures.</source>
        <translation>结构相同、存放测试图片的文件夹。</translation>
    </message>
    <message>
        <source>A folder of the same kind with the test sounds.</source>
        <translation>结构相同、存放测试声音的文件夹。</translation>
    </message>
    <message>
        <source>A folder of the same kind with the test texts.</source>
        <translation>结构相同、存放测试文本的文件夹。</translation>
    </message>
    <message>
        <source>A folder that holds one folder for each class, or train, val and test of that kind, or files named class_speaker_number.</source>
        <translation>其中每个类别各有一个子文件夹的文件夹，也可以先分为 train、val 和 test；或者文件名形如“类别_说话人_编号”。</translation>
    </message>
    <message>
        <source>A folder that holds one folder for each class, or train, val and test of that kind.</source>
        <translation>其中每个类别各有一个子文件夹的文件夹；也可以先分为 train、val 和 test，再各按类别分。</translation>
    </message>
    <message>
        <source>A folder with all the pictures.</source>
        <translation>存放所有图片的文件夹。</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>A label is given where its probability is above 50 %.</source>
        <translation>概率超过 50 % 的标签会被给出。</translation>
    </message>
    <message>
        <source>A layer that is switched off passes its input on (Ctrl+/)</source>
        <translation>停用的层原样传递输入 (Ctrl+/)</translation>
    </message>
    <message>
        <source>A layer&apos;s type, name, note or setting: “filters 64”</source>
        <translation>层的类型、名称、备注或设置：“卷积核数 64”</translation>
    </message>
    <message>
        <source>A network cannot start from {path}: {reason}. Choose another file, or none.</source>
        <translation>网络无法从 {path} 开始：{reason}。请选择其他文件，或不选。</translation>
    </message>
    <message>
        <source>A new one that suits them: {template}</source>
        <translation>适合这些数据的新网络：{template}</translation>
    </message>
    <message>
        <source>A new one without layers</source>
        <translation>没有层的新网络</translation>
    </message>
    <message>
        <source>A part that the data bring along</source>
        <translation>数据自带的划分</translation>
    </message>
    <message>
        <source>A row for each picture: its file name and its label, or several labels with ; , or | between them. Empty for the only table in the folder.</source>
        <translation>每张图片一行：文件名和标签；多个标签之间用 ;、, 或 | 分隔。留空则使用文件夹中唯一的表格。</translation>
    </message>
    <message>
        <source>A sample passes one layer that learns.</source>
        <translation>样本经过一个可学习的层。</translation>
    </message>
    <message>
        <source>A sample passes {count} layers that learn, in a row.</source>
        <translation>样本依次经过 {count} 个可学习的层。</translation>
    </message>
    <message>
        <source>A sigmoid made of three straight lines, which is fast.</source>
        <translation>由三段直线构成的 Sigmoid，速度快。</translation>
    </message>
    <message>
        <source>A simpler LayerNorm, which scales each sample (each step) but shifts nothing.</source>
        <translation>更简单的 LayerNorm：只缩放每个样本（每一步），不平移。</translation>
    </message>
    <message>
        <source>A smooth ReLU that dips a little below zero.</source>
        <translation>平滑的 ReLU，在零以下略有下凹。</translation>
    </message>
    <message>
        <source>A smooth ReLU whose output is always above zero.</source>
        <translation>平滑的 ReLU，输出总大于零。</translation>
    </message>
    <message>
        <source>A smooth ReLU, weighting each number by how large it is among normal ones.</source>
        <translation>平滑的 ReLU：按每个数在正态分布中的大小给它加权。</translation>
    </message>
    <message>
        <source>A smooth ReLU, weighting each number by its own sigmoid; also called Swish.</source>
        <translation>平滑的 ReLU：用每个数自身的 Sigmoid 给它加权；又称 Swish。</translation>
    </message>
    <message>
        <source>A table whose rows follow each other in time, from {time}</source>
        <translation>各行按时间先后排列的表格，从 {time} 开始</translation>
    </message>
    <message>
        <source>A table with a class and a course of {count} numbers a row</source>
        <translation>每行有一个类别和 {count} 个数的表格</translation>
    </message>
    <message>
        <source>A table with a row for each point in time, the earliest first.</source>
        <translation>每个时间点一行的表格，最早的在前。</translation>
    </message>
    <message>
        <source>A table with a row for each sample.</source>
        <translation>每个样本一行的表格。</translation>
    </message>
    <message>
        <source>A table with a text ({text}) and a class ({label}) a row</source>
        <translation>每行有一段文本（{text}）和一个类别（{label}）的表格</translation>
    </message>
    <message>
        <source>A table with a text and its class in each row.</source>
        <translation>每行有一段文本及其类别的表格。</translation>
    </message>
    <message>
        <source>A table with the same columns that holds the tests.</source>
        <translation>列相同、存放测试样本的表格。</translation>
    </message>
    <message>
        <source>A table; {target} looks like the class to predict</source>
        <translation>表格；{target} 看起来是要预测的类别</translation>
    </message>
    <message>
        <source>A table; {target} looks like the number to predict</source>
        <translation>表格；{target} 看起来是要预测的数</translation>
    </message>
    <message>
        <source>A tenth: {rate}</source>
        <translation>十分之一：{rate}</translation>
    </message>
    <message>
        <source>A tiny network on tiny digits; done in seconds.</source>
        <translation>小小的网络配小小的数字，几秒完成。</translation>
    </message>
    <message>
        <source>A tiny number added to the variance, so that nothing is divided by zero.</source>
        <translation>加在方差上的极小数，避免除以零。</translation>
    </message>
    <message>
        <source>A tiny number that keeps the division by the deviation safe.</source>
        <translation>使除以标准差不出问题的极小数。</translation>
    </message>
    <message>
        <source>A training is going on. Stop it first.</source>
        <translation>训练正在进行，请先停止它。</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>About netstudio</source>
        <translation>关于 netstudio</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Activation checkpointing: layers are computed a second time instead of remembered; needs far less memory and about a third more time.</source>
        <translation>激活检查点：各层重新计算一次，而不是记住结果；内存需求少得多，时间约多三分之一。</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <source>Adafactor</source>
        <translation>Adafactor</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam that begins carefully, as with a warm-up of its own.</source>
        <translation>开始时较为谨慎的 Adam，如同自带预热。</translation>
    </message>
    <message>
        <source>Adam that divides by the largest recent gradient; steady with rare features.</source>
        <translation>除以近期最大梯度的 Adam；特征稀少时很稳定。</translation>
    </message>
    <message>
        <source>Adam that takes the gradient a step ahead.</source>
        <translation>提前一步取梯度的 Adam。</translation>
    </message>
    <message>
        <source>Adam whose weight decay does not depend on the gradients.</source>
        <translation>权重衰减与梯度无关的 Adam。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adamax</source>
        <translation>Adamax</translation>
    </message>
    <message>
        <source>AdaptiveAvgPool1d</source>
        <translation>AdaptiveAvgPool1d</translation>
    </message>
    <message>
        <source>AdaptiveAvgPool2d</source>
        <translation>AdaptiveAvgPool2d</translation>
    </message>
    <message>
        <source>AdaptiveMaxPool1d</source>
        <translation>AdaptiveMaxPool1d</translation>
    </message>
    <message>
        <source>AdaptiveMaxPool2d</source>
        <translation>AdaptiveMaxPool2d</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Add a branch</source>
        <translation>添加分支</translation>
    </message>
    <message>
        <source>Add a branch to {layers}</source>
        <translation>给 {layers} 添加分支</translation>
    </message>
    <message>
        <source>Add a layer here</source>
        <translation>在这里添加一层</translation>
    </message>
    <message>
        <source>Add a step to show the network each training sample a little differently every time. That helps against over-fitting, most of all where samples are few.</source>
        <translation>添加一个步骤，让网络每次看到的训练样本都略有不同。这有助于防止过拟合，样本少时尤其有效。</translation>
    </message>
    <message>
        <source>Add branch</source>
        <translation>添加分支</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Add {layers}</source>
        <translation>添加 {layers}</translation>
    </message>
    <message>
        <source>Add {layer}</source>
        <translation>添加 {layer}</translation>
    </message>
    <message>
        <source>Add {step}</source>
        <translation>添加{step}</translation>
    </message>
    <message>
        <source>Adds hiss to each sound, to some more than to others.</source>
        <translation>给每段声音加上嘶声，有的多，有的少。</translation>
    </message>
    <message>
        <source>Adds its input to what its layers make of it; where shapes differ, a shortcut brings the input to the same shape.</source>
        <translation>把输入与内部各层的输出相加；形状不同时，用捷径把输入变成相同形状。</translation>
    </message>
    <message>
        <source>Adds normal noise while training, so that the network learns to see through it.</source>
        <translation>训练时加入正态噪声，让网络学会透过噪声看清内容。</translation>
    </message>
    <message>
        <source>Adds so many times half the sum of all w² to what is minimized, though not to the loss that is shown: weights stay small; 0 for none.</source>
        <translation>把所有 w² 之和的一半乘以这个数，加到要最小化的量上，但不计入显示的损失：使权重保持较小；0 表示不加。</translation>
    </message>
    <message>
        <source>Adds so many times the sum of all |w| to what is minimized, though not to the loss that is shown: many weights become zero; 0 for none.</source>
        <translation>把所有 |w| 之和乘以这个数，加到要最小化的量上，但不计入显示的损失：许多权重会变为零；0 表示不加。</translation>
    </message>
    <message>
        <source>Adds to each step a vector for its place; without it, attention does not know the order.</source>
        <translation>给每一步加上表示其位置的向量；没有它，注意力不知道先后顺序。</translation>
    </message>
    <message>
        <source>Adds zeros around a picture.</source>
        <translation>在图像四周补零。</translation>
    </message>
    <message>
        <source>Adds zeros before and after a sequence.</source>
        <translation>在序列前后补零。</translation>
    </message>
    <message>
        <source>Affine</source>
        <translation>仿射变换</translation>
    </message>
    <message>
        <source>After epochs</source>
        <translation>下降轮次</translation>
    </message>
    <message>
        <source>After how many epochs it falls each time.</source>
        <translation>每隔多少轮下降一次。</translation>
    </message>
    <message>
        <source>After how many epochs the state is saved from which a run that was torn off goes on; a run that is stopped always saves it.</source>
        <translation>每隔多少轮保存一次状态，意外中断的训练可由此继续；主动停止的训练总会保存。</translation>
    </message>
    <message>
        <source>After so many minutes of training the run ends with the epoch that goes on; 0 for no limit.</source>
        <translation>训练这么多分钟之后，当前这一轮结束时即停止；0 表示没有限制。</translation>
    </message>
    <message>
        <source>After which epochs it falls, with commas between them; counted from the end of the warm-up.</source>
        <translation>在哪些轮之后下降，用逗号隔开；从预热结束时算起。</translation>
    </message>
    <message>
        <source>After which share of the epochs the mean begins; only for SWA.</source>
        <translation>过了多大比例的轮数之后开始求平均；只用于 SWA。</translation>
    </message>
    <message>
        <source>After {epoch} epochs the network is right for {share:.1%} of the training samples; always naming the most frequent class would give {chance:.1%}. It has learned nothing yet. Try another learning rate, and look whether the labels are right.</source>
        <translation>{epoch} 轮之后，网络答对了 {share:.1%} 的训练样本；总是回答最常见的类别也能达到 {chance:.1%}。它还什么都没学到。请换一个学习率，并检查标签是否正确。</translation>
    </message>
    <message>
        <source>After {time}</source>
        <translation>{time} 之后</translation>
    </message>
    <message>
        <source>Align corners</source>
        <translation>对齐角点</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All 62 classes</source>
        <translation>全部 62 个类别</translation>
    </message>
    <message>
        <source>All GPUs ({count})</source>
        <translation>所有显卡（{count}）</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>All layers are switched off, so nothing can be learned. Switch one on.</source>
        <translation>所有层都已停用，什么也学不到。请启用一层。</translation>
    </message>
    <message>
        <source>All layers with weights are frozen, so nothing can be learned. Let one learn, such as the last.</source>
        <translation>所有带权重的层都已冻结，什么也学不到。请让一层学习，例如最后一层。</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>所有部分</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>所有训练</translation>
    </message>
    <message>
        <source>All runs…</source>
        <translation>所有训练…</translation>
    </message>
    <message>
        <source>All samples belong to one class, {name}, so there is nothing to tell apart. Choose data with two classes or more.</source>
        <translation>所有样本都属于同一个类别 {name}，没有可区分的。请选择有两个或更多类别的数据。</translation>
    </message>
    <message>
        <source>All texts in the column {name} are empty. Choose another text column.</source>
        <translation>列 {name} 中的文本都是空的。请选择另一个文本列。</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>All zero</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>All, alike letters merged</source>
        <translation>全部，相似的字母合并</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>AlphaDropout</source>
        <translation>AlphaDropout</translation>
    </message>
    <message>
        <source>AlphaDropout of whole channels, for convolutions followed by SELU.</source>
        <translation>对整个通道做 AlphaDropout，用于后接 SELU 的卷积。</translation>
    </message>
    <message>
        <source>An .npz with x and y, an .npy beside which lies another whose name ends in _labels, or a table whose first or last column is the class.</source>
        <translation>含有 x 和 y 的 .npz；旁边另有一个名字以 _labels 结尾的 .npy；或者第一列或最后一列是类别的表格。</translation>
    </message>
    <message>
        <source>An ELU scaled so that numbers keep mean 0 and variance 1 from layer to layer.</source>
        <translation>经过缩放的 ELU，使各层之间的数保持均值 0、方差 1。</translation>
    </message>
    <message>
        <source>An ELU without a kink at zero, whatever its alpha.</source>
        <translation>无论 alpha 取何值，在零处都没有折角的 ELU。</translation>
    </message>
    <message>
        <source>An array of {count} pictures of {size}</source>
        <translation>含有 {count} 张 {size} 图片的数组</translation>
    </message>
    <message>
        <source>An array of {count} sequences of {size}</source>
        <translation>含有 {count} 个 {size} 序列的数组</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Analysis of the layers</source>
        <translation>各层分析</translation>
    </message>
    <message>
        <source>Another block is called {name}. Choose a name that none has.</source>
        <translation>已有名为 {name} 的块，请换一个没有用过的名称。</translation>
    </message>
    <message>
        <source>Another layer is called {name}. Choose a name that none has.</source>
        <translation>已有一层名为 {name}，请换一个没有用过的名称。</translation>
    </message>
    <message>
        <source>Another process of this training has ended ({reason}). Start the training again with --resume; with --max-restarts, torchrun does so by itself.</source>
        <translation>这次训练的另一个进程已结束（{reason}）。请用 --resume 重新开始训练；加上 --max-restarts，torchrun 会自动这样做。</translation>
    </message>
    <message>
        <source>Another rate…</source>
        <translation>其他学习率…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Approximation</source>
        <translation>近似方式</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>臂数</translation>
    </message>
    <message>
        <source>Arms that wind around each other: the hardest of these shapes.</source>
        <translation>互相缠绕的旋臂：这些形状中最难的一种。</translation>
    </message>
    <message>
        <source>As AdamW&apos;s</source>
        <translation>与 AdamW 相同</translation>
    </message>
    <message>
        <source>As AdamW&apos;s: one learning rate suits all weights. Original: as in the first publication, with far higher learning rates such as 0.02.</source>
        <translation>与 AdamW 相同：同一个学习率适合所有权重。原样：按照最初的论文，学习率要大得多，例如 0.02。</translation>
    </message>
    <message>
        <source>As a share of all frequencies.</source>
        <translation>占全部频率的比例。</translation>
    </message>
    <message>
        <source>As a share of the whole length.</source>
        <translation>占总长度的比例。</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>刚打开时</translation>
    </message>
    <message>
        <source>As many digits as MNIST</source>
        <translation>数字与 MNIST 一样多</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少保留</translation>
    </message>
    <message>
        <source>At {rate} the loss falls most steeply. Click into the curve to take another rate.</source>
        <translation>在 {rate} 处损失下降最快。点击曲线可选用其他学习率。</translation>
    </message>
    <message>
        <source>Attention and embedding</source>
        <translation>注意力与嵌入</translation>
    </message>
    <message>
        <source>AttentionPooling</source>
        <translation>注意力池化</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Auto: {device}</source>
        <translation>自动：{device}</translation>
    </message>
    <message>
        <source>AutoAugment</source>
        <translation>AutoAugment</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Average of weights</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>AveragePooling1D, average pooling, downsample</source>
        <translation>一维平均池化, 平均池化, 下采样</translation>
    </message>
    <message>
        <source>AveragePooling2D, average pooling, downsample</source>
        <translation>二维平均池化, 平均池化, 下采样, 汇聚</translation>
    </message>
    <message>
        <source>AveragePooling3D, average pooling, downsample</source>
        <translation>三维平均池化, 平均池化, 下采样</translation>
    </message>
    <message>
        <source>Averages the picture down to the size you ask for, whatever size comes in.</source>
        <translation>无论输入多大，都用平均的方式缩小到指定的尺寸。</translation>
    </message>
    <message>
        <source>Averages the sequence down to the length you ask for, whatever comes in.</source>
        <translation>无论输入多长，都用平均的方式缩短到指定的长度。</translation>
    </message>
    <message>
        <source>AvgPool1d</source>
        <translation>AvgPool1d</translation>
    </message>
    <message>
        <source>AvgPool2d</source>
        <translation>AvgPool2d</translation>
    </message>
    <message>
        <source>AvgPool3d</source>
        <translation>AvgPool3d</translation>
    </message>
    <message>
        <source>Axes, smoothing, and saving the plot</source>
        <translation>坐标轴、平滑与保存图像</translation>
    </message>
    <message>
        <source>Background noise</source>
        <translation>背景噪声</translation>
    </message>
    <message>
        <source>Bars show computation</source>
        <translation>色条表示计算量</translation>
    </message>
    <message>
        <source>Bars show parameters</source>
        <translation>色条表示参数量</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Batch size {size}</source>
        <translation>批大小 {size}</translation>
    </message>
    <message>
        <source>Batch size: {count}</source>
        <translation>批大小：{count}</translation>
    </message>
    <message>
        <source>BatchNorm1d</source>
        <translation>BatchNorm1d</translation>
    </message>
    <message>
        <source>BatchNorm2d</source>
        <translation>BatchNorm2d</translation>
    </message>
    <message>
        <source>BatchNorm3d</source>
        <translation>BatchNorm3d</translation>
    </message>
    <message>
        <source>BatchNormalization, batch normalisation</source>
        <translation>批归一化, 批量规范化, 批标准化</translation>
    </message>
    <message>
        <source>Batches per update</source>
        <translation>每次更新的批数</translation>
    </message>
    <message>
        <source>Begin a project with these layers</source>
        <translation>用这些层新建项目</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>Begins at {first}, is {highest} at most, ends at {last}</source>
        <translation>开始为 {first}，最高为 {highest}，结束为 {last}</translation>
    </message>
    <message>
        <source>Beijing air</source>
        <translation>北京空气</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>最好的一轮</translation>
    </message>
    <message>
        <source>Best epoch so far</source>
        <translation>目前最好的一轮</translation>
    </message>
    <message>
        <source>Best figure on the validation part</source>
        <translation>验证集上的最好成绩</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>Beta 2 decay</source>
        <translation>Beta 2 衰减</translation>
    </message>
    <message>
        <source>Between them lie {count} layers ({families}).</source>
        <translation>其间有 {count} 层（{families}）。</translation>
    </message>
    <message>
        <source>Between them lies one layer ({families}).</source>
        <translation>其间有一层（{families}）。</translation>
    </message>
    <message>
        <source>Between {first} and {second} there is no activation, so the two can do no more than one of them. Add one, such as {activation}, after {first}.</source>
        <translation>{first} 与 {second} 之间没有激活函数，两层的作用不超过一层。请在 {first} 之后添加一个，例如 {activation}。</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>双三次</translation>
    </message>
    <message>
        <source>Bilinear</source>
        <translation>双线性</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>Binary cross-entropy in which each yes or no that the network is already sure of counts little; two classes need one output only.</source>
        <translation>网络已有把握的“是”或“否”影响很小的二元交叉熵；两个类别只需一个输出。</translation>
    </message>
    <message>
        <source>Binary focal</source>
        <translation>二元焦点损失</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Blanks before or after values are taken away (columns: {names}).</source>
        <translation>值前后的空格已去掉（列：{names}）。</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>团簇</translation>
    </message>
    <message>
        <source>Blocks of two 3×3 convolutions, deeper and deeper.</source>
        <translation>每块两层 3×3 卷积，一块比一块深。</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Branch {number}</source>
        <translation>分支 {number}</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>乳腺癌</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Bringing the samples into shape</source>
        <translation>正在整理样本</translation>
    </message>
    <message>
        <source>Brings all columns to one scale, measured on the training part only: mean 0 and standard deviation 1, or from 0 to 1.</source>
        <translation>把所有列变换到同一尺度，只在训练集上测量：均值 0、标准差 1，或从 0 到 1。</translation>
    </message>
    <message>
        <source>Brings every sound to the same peak, however far the microphone was.</source>
        <translation>无论麦克风远近，都使每段声音的峰值相同。</translation>
    </message>
    <message>
        <source>Build a network, train it, take it with you.</source>
        <translation>搭建网络，训练它，带走它。</translation>
    </message>
    <message>
        <source>Build neural networks by dragging layers into a stack. Nothing is ever sent anywhere.

netstudio is under the MIT licence. Fonts: Inter and JetBrains Mono (SIL Open Font License). Icons: Phosphor (MIT). MNIST: LeCun, Cortes and Burges (CC BY-SA 3.0).</source>
        <translation>把层拖到一起，就能搭建神经网络。任何数据都不会被发送出去。

netstudio 采用 MIT 许可证。字体：Inter 与 JetBrains Mono（SIL Open Font License）。图标：Phosphor（MIT）。MNIST：LeCun、Cortes 和 Burges（CC BY-SA 3.0）。</translation>
    </message>
    <message>
        <source>By groups</source>
        <translation>按组</translation>
    </message>
    <message>
        <source>By how much the figure must improve for patience to begin anew.</source>
        <translation>指标至少改善多少，耐心值才重新计数。</translation>
    </message>
    <message>
        <source>By how much the right class is not ahead of all others by the margin, as in a support vector machine; the probabilities are rough.</source>
        <translation>正确的类别比其他类别领先的幅度离间隔还差多少，如同支持向量机；概率比较粗略。</translation>
    </message>
    <message>
        <source>By their size</source>
        <translation>由大小决定</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>CBAM</source>
        <translation>CBAM</translation>
    </message>
    <message>
        <source>CELU</source>
        <translation>CELU</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>CIFAR-10 (small pictures)</source>
        <translation>CIFAR-10（小图片）</translation>
    </message>
    <message>
        <source>CIFAR-100</source>
        <translation>CIFAR-100</translation>
    </message>
    <message>
        <source>CLEANING AND SPLIT</source>
        <translation>清理与划分</translation>
    </message>
    <message>
        <source>CLS, ViT, BERT, prepend</source>
        <translation>类别标记, 分类标记, 前置</translation>
    </message>
    <message>
        <source>CPU {cpu} · {memory}</source>
        <translation>CPU {cpu} · {memory}</translation>
    </message>
    <message>
        <source>CPU · 1 thread</source>
        <translation>CPU · 1 个线程</translation>
    </message>
    <message>
        <source>CPU · {threads} threads</source>
        <translation>CPU · {threads} 个线程</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Categories with fewer training rows than this are taken together as one.</source>
        <translation>训练行数少于这个数的类别合并为一类。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Causal</source>
        <translation>因果</translation>
    </message>
    <message>
        <source>Cells with one of these marks count as missing: {marks}.</source>
        <translation>含有以下标记的单元格算作缺失：{marks}。</translation>
    </message>
    <message>
        <source>CenterCrop</source>
        <translation>中心裁剪</translation>
    </message>
    <message>
        <source>Centered</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>Change learning rate of {layers}</source>
        <translation>更改 {layers} 的学习率</translation>
    </message>
    <message>
        <source>Change the learning rate of this run</source>
        <translation>更改这次训练的学习率</translation>
    </message>
    <message>
        <source>Change the network by changing its code</source>
        <translation>通过修改代码来改变网络</translation>
    </message>
    <message>
        <source>Change the points</source>
        <translation>更改点</translation>
    </message>
    <message>
        <source>Change the project, for the next run</source>
        <translation>更改项目，用于下次训练</translation>
    </message>
    <message>
        <source>Change the stack accordingly (Ctrl+Return)</source>
        <translation>按代码更改网络 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Change type…</source>
        <translation>更改类型…</translation>
    </message>
    <message>
        <source>Change {layers} to {layer}</source>
        <translation>把 {layers} 改为 {layer}</translation>
    </message>
    <message>
        <source>Change {setting}</source>
        <translation>更改{setting}</translation>
    </message>
    <message>
        <source>Change {setting} of {count} layers</source>
        <translation>更改 {count} 层的{setting}</translation>
    </message>
    <message>
        <source>Change {setting} of {layer}</source>
        <translation>更改 {layer} 的{setting}</translation>
    </message>
    <message>
        <source>Change {step}</source>
        <translation>更改{step}</translation>
    </message>
    <message>
        <source>Changed since the last run:</source>
        <translation>自上次训练以来的更改：</translation>
    </message>
    <message>
        <source>Changed: {remedy}</source>
        <translation>已更改：{remedy}</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化次数</translation>
    </message>
    <message>
        <source>Changes brightness, contrast, saturation and hue at random.</source>
        <translation>随机改变亮度、对比度、饱和度和色相。</translation>
    </message>
    <message>
        <source>Changes that were found to help most on a well-known set of pictures.</source>
        <translation>在某个著名图片集上找到的最有用的变化。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>检查点间隔</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose another shape</source>
        <translation>选择其他形状</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Choose which plots are shown</source>
        <translation>选择显示哪些图</translation>
    </message>
    <message>
        <source>Choose {source}</source>
        <translation>选择{source}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class column</source>
        <translation>类别列</translation>
    </message>
    <message>
        <source>Class names that differ only in blanks or capital letters are taken as one: {names}.</source>
        <translation>只在空格或大小写上不同的类别名视为同一个：{names}。</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <source>Class weights: errors in rare classes count more. Oversampling: samples of rare classes are shown more often.</source>
        <translation>类别权重：稀少类别的错误更重要。过采样：更频繁地使用稀少类别的样本。</translation>
    </message>
    <message>
        <source>Class {letter}</source>
        <translation>类别 {letter}</translation>
    </message>
    <message>
        <source>ClassToken</source>
        <translation>类别标记</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Classic MLP</source>
        <translation>经典多层感知机</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Clear the log</source>
        <translation>清空日志</translation>
    </message>
    <message>
        <source>Click into the plane to add points of this class; click with the right button to take them away.</source>
        <translation>在平面上点击可添加该类别的点；点击右键可去掉点。</translation>
    </message>
    <message>
        <source>Click to hide the curve or to show it again</source>
        <translation>点击可隐藏或重新显示这条曲线</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Clip gradients</source>
        <translation>裁剪梯度</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>裁剪范数</translation>
    </message>
    <message>
        <source>Clip values</source>
        <translation>裁剪数值</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the panel {name}</source>
        <translation>关闭“{name}”面板</translation>
    </message>
    <message>
        <source>Close without applying the edited code?</source>
        <translation>不应用修改后的代码就关闭吗？</translation>
    </message>
    <message>
        <source>Clothes CNN</source>
        <translation>服饰 CNN</translation>
    </message>
    <message>
        <source>Code to import</source>
        <translation>要导入的代码</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour jitter</source>
        <translation>颜色抖动</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Column by column</source>
        <translation>逐列</translation>
    </message>
    <message>
        <source>Column of file names</source>
        <translation>文件名所在的列</translation>
    </message>
    <message>
        <source>Column of labels</source>
        <translation>标签所在的列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns of text with too many different values are not used: {names}.</source>
        <translation>不同值过多的文本列不使用：{names}。</translation>
    </message>
    <message>
        <source>Columns of the row</source>
        <translation>该行的各列</translation>
    </message>
    <message>
        <source>Columns that hold lists or raw bytes are left out: {names}.</source>
        <translation>含有列表或原始字节的列已略去：{names}。</translation>
    </message>
    <message>
        <source>Columns that mix numbers and text are not used: {names}.</source>
        <translation>混有数字和文本的列不使用：{names}。</translation>
    </message>
    <message>
        <source>Columns that only number the rows are not used: {names}.</source>
        <translation>只给行编号的列不使用：{names}。</translation>
    </message>
    <message>
        <source>Columns that only number the rows, never change or hold text are left out: {names}.</source>
        <translation>只给行编号、从不变化或存放文本的列已略去：{names}。</translation>
    </message>
    <message>
        <source>Columns with a different text in every row are not used: {names}.</source>
        <translation>每行文本都不同的列不使用：{names}。</translation>
    </message>
    <message>
        <source>Columns with the same value in every row are not used: {names}.</source>
        <translation>每行的值都相同的列不使用：{names}。</translation>
    </message>
    <message>
        <source>Columns without any value are not used: {names}.</source>
        <translation>没有任何值的列不使用：{names}。</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>命令面板…</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Compare no more</source>
        <translation>不再比较</translation>
    </message>
    <message>
        <source>Compile</source>
        <translation>编译</translation>
    </message>
    <message>
        <source>Compiles the network before training (torch.compile): takes a minute, and pays for long runs; where it does not work, training goes on without.</source>
        <translation>训练前编译网络 (torch.compile)：需要一分钟，长时间训练时值得；不能编译时照常训练。</translation>
    </message>
    <message>
        <source>Computation</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Conflicting labels</source>
        <translation>互相矛盾的标签</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Conv1DTranspose, deconvolution, upsampling</source>
        <translation>一维转置卷积, 反卷积, 上采样</translation>
    </message>
    <message>
        <source>Conv1d</source>
        <translation>Conv1d</translation>
    </message>
    <message>
        <source>Conv2DTranspose, deconvolution, upsampling, decoder</source>
        <translation>二维转置卷积, 反卷积, 上采样, 解码器</translation>
    </message>
    <message>
        <source>Conv2d</source>
        <translation>Conv2d</translation>
    </message>
    <message>
        <source>Conv3DTranspose, deconvolution, upsampling</source>
        <translation>三维转置卷积, 反卷积, 上采样</translation>
    </message>
    <message>
        <source>Conv3d</source>
        <translation>Conv3d</translation>
    </message>
    <message>
        <source>ConvTranspose1d</source>
        <translation>ConvTranspose1d</translation>
    </message>
    <message>
        <source>ConvTranspose2d</source>
        <translation>ConvTranspose2d</translation>
    </message>
    <message>
        <source>ConvTranspose3d</source>
        <translation>ConvTranspose3d</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Convolution1D, temporal convolution</source>
        <translation>一维卷积, 时间卷积</translation>
    </message>
    <message>
        <source>Convolution2D, Conv2D, CNN, filter</source>
        <translation>二维卷积, 卷积神经网络, 卷积核, 滤波器</translation>
    </message>
    <message>
        <source>Convolution3D, Conv3D, video, volumetric</source>
        <translation>三维卷积, 体数据, 视频</translation>
    </message>
    <message>
        <source>Convolutional autoencoder</source>
        <translation>卷积自编码器</translation>
    </message>
    <message>
        <source>Convolutions over time tell nine speakers apart by two vowels.</source>
        <translation>沿时间的卷积凭两个元音区分九位说话人。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy all of the code</source>
        <translation>复制全部代码</translation>
    </message>
    <message>
        <source>Copy as PyTorch code</source>
        <translation>复制为 PyTorch 代码</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Copy the explanation as Markdown</source>
        <translation>以 Markdown 复制说明</translation>
    </message>
    <message>
        <source>Copy the log with versions and devices, for a report</source>
        <translation>复制日志以及版本和设备信息，用于报告问题</translation>
    </message>
    <message>
        <source>Copy the matrix</source>
        <translation>复制矩阵</translation>
    </message>
    <message>
        <source>Copy the prediction</source>
        <translation>复制预测结果</translation>
    </message>
    <message>
        <source>Copy the rows, to be pasted into a spreadsheet</source>
        <translation>复制各行，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Copy {layers}</source>
        <translation>复制 {layers}</translation>
    </message>
    <message>
        <source>Copy {layers} here</source>
        <translation>把 {layers} 复制到这里</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Cosine with restarts</source>
        <translation>带重启的余弦</translation>
    </message>
    <message>
        <source>Count padding</source>
        <translation>计入填充</translation>
    </message>
    <message>
        <source>Counting words</source>
        <translation>正在统计词语</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Covers a rectangle, so that the network does not rely on a single detail.</source>
        <translation>遮住一个矩形，使网络不依赖单一细节。</translation>
    </message>
    <message>
        <source>Crop to the middle</source>
        <translation>裁剪到中央</translation>
    </message>
    <message>
        <source>Crop1d</source>
        <translation>一维裁剪</translation>
    </message>
    <message>
        <source>Crop2d</source>
        <translation>二维裁剪</translation>
    </message>
    <message>
        <source>Cropping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Cropping1D, trim, slice</source>
        <translation>裁切, 截取, 切片</translation>
    </message>
    <message>
        <source>Cropping2D, trim, slice</source>
        <translation>裁切边缘, 截取, 切片</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Cross-entropy in which samples that the network is already sure of count little; for many easy and few hard samples. Class weights can be added under Data.</source>
        <translation>网络已有把握的样本影响很小的交叉熵；适合容易的样本多、困难的样本少的情况。可在“数据”中加上类别权重。</translation>
    </message>
    <message>
        <source>Cross-validation</source>
        <translation>交叉验证</translation>
    </message>
    <message>
        <source>Cross-validation: the network is trained so many times, each time tested on another part of the samples; 0 or 1 trains once.</source>
        <translation>交叉验证：网络训练这么多次，每次在样本的另一部分上测试；0 或 1 表示只训练一次。</translation>
    </message>
    <message>
        <source>Curve: {name}</source>
        <translation>曲线：{name}</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Curves appear here as soon as training starts</source>
        <translation>训练开始后，曲线会出现在这里</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Cut {layers}</source>
        <translation>剪切 {layers}</translation>
    </message>
    <message>
        <source>CutMix</source>
        <translation>CutMix</translation>
    </message>
    <message>
        <source>Cuts a part out of each picture and enlarges it.</source>
        <translation>从每张图片中裁出一部分并放大。</translation>
    </message>
    <message>
        <source>Cuts columns and rows off the edges of a picture.</source>
        <translation>从图像边缘裁掉若干行和列。</translation>
    </message>
    <message>
        <source>Cuts numbers off below one bound and above another.</source>
        <translation>把数限制在下限与上限之间。</translation>
    </message>
    <message>
        <source>Cuts steps off the start and the end of a sequence.</source>
        <translation>从序列首尾裁掉若干步。</translation>
    </message>
    <message>
        <source>Cuts the picture into patches and lets them attend to each other.</source>
        <translation>把图像切成小块，让它们互相关注。</translation>
    </message>
    <message>
        <source>Cuts the picture into patches, row by row, and maps each to a vector: a sequence.</source>
        <translation>把图像逐行切成小块，并把每块映射为一个向量，得到一个序列。</translation>
    </message>
    <message>
        <source>Cutting the series into windows</source>
        <translation>正在把序列切成窗口</translation>
    </message>
    <message>
        <source>Cycle momentum</source>
        <translation>动量随之变化</translation>
    </message>
    <message>
        <source>DATA SET</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Dampening</source>
        <translation>阻尼</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data page</source>
        <translation>数据页</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data: {name}</source>
        <translation>数据：{name}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Dead units put out 0 for every sample; saturated ones stay at a limit. Neither learns any more.</source>
        <translation>死亡的单元对每个样本都输出 0；饱和的单元停在极限值。两者都不再学习。</translation>
    </message>
    <message>
        <source>Decay everything</source>
        <translation>衰减所有参数</translation>
    </message>
    <message>
        <source>Decibels</source>
        <translation>分贝</translation>
    </message>
    <message>
        <source>Decode HTML entities</source>
        <translation>解码 HTML 实体</translation>
    </message>
    <message>
        <source>Decoupled decay</source>
        <translation>解耦衰减</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete the run “{name}” of {when} with its trained model?</source>
        <translation>要删除 {when} 的训练“{name}”及其训练好的模型吗？</translation>
    </message>
    <message>
        <source>Delete what is kept of {name}</source>
        <translation>删除为 {name} 保存的内容</translation>
    </message>
    <message>
        <source>Delete {count} runs with their trained models?</source>
        <translation>要删除 {count} 次训练及其训练好的模型吗？</translation>
    </message>
    <message>
        <source>Delete {layers}</source>
        <translation>删除 {layers}</translation>
    </message>
    <message>
        <source>Deleted for good, it cannot be brought back.</source>
        <translation>彻底删除后无法恢复。</translation>
    </message>
    <message>
        <source>Deleted for good, they cannot be brought back.</source>
        <translation>永久删除后无法恢复。</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Dense autoencoder</source>
        <translation>全连接自编码器</translation>
    </message>
    <message>
        <source>Dense, fully connected, affine, TimeDistributed</source>
        <translation>全连接, 稠密层, 线性层, 仿射</translation>
    </message>
    <message>
        <source>DenseNet style</source>
        <translation>DenseNet 风格</translation>
    </message>
    <message>
        <source>DepthwiseConv2D, MobileNet, groups</source>
        <translation>逐通道卷积, 深度卷积, 分组</translation>
    </message>
    <message>
        <source>DepthwiseConv2d</source>
        <translation>DepthwiseConv2d</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Design page</source>
        <translation>设计页</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详细信息…</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Diabetes progression</source>
        <translation>糖尿病进展</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Digits CNN</source>
        <translation>数字 CNN</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀率</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Distance between the points a filter fills; 2 reaches twice as far.</source>
        <translation>卷积核所填各点之间的距离；取 2 时范围扩大一倍。</translation>
    </message>
    <message>
        <source>Distance between the points a filter looks at; 2 sees twice as far.</source>
        <translation>卷积核所看各点之间的距离；取 2 时看的范围扩大一倍。</translation>
    </message>
    <message>
        <source>Distance between the points of the window; 2 reaches twice as far.</source>
        <translation>窗口中各点之间的距离；取 2 时范围扩大一倍。</translation>
    </message>
    <message>
        <source>Divide freely</source>
        <translation>自由划分</translation>
    </message>
    <message>
        <source>Divided</source>
        <translation>划分方式</translation>
    </message>
    <message>
        <source>Divides by the size of recent gradients; often used for recurrent networks.</source>
        <translation>除以近期梯度的大小；常用于循环网络。</translation>
    </message>
    <message>
        <source>Divides the channels into groups that do not see each other.</source>
        <translation>把通道分成互不相通的若干组。</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Double or halve a count</source>
        <translation>把数值加倍或减半</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>下载 {size}</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Drag a step to move it; untick it to leave it out</source>
        <translation>拖动步骤可移动它；取消勾选可停用它</translation>
    </message>
    <message>
        <source>Drag layers here, or press +</source>
        <translation>把层拖到这里，或按 +</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <source>Draw a smooth curve over the single measurements</source>
        <translation>在各个测量值上画出平滑曲线</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Draw beside the present curves</source>
        <translation>与当前曲线画在一起</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>在这里书写</translation>
    </message>
    <message>
        <source>Draw the weights</source>
        <translation>随机初始化</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手写图</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation>手写板</translation>
    </message>
    <message>
        <source>Drawing that can be enlarged (*.svg)</source>
        <translation>可放大的矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Drop a folder of pictures or sounds here, a table, an archive, or choose it…</source>
        <translation>把图片或声音的文件夹、表格或压缩包拖到这里，或选择…</translation>
    </message>
    <message>
        <source>Drop files or a folder here, or</source>
        <translation>把文件或文件夹拖到这里，或</translation>
    </message>
    <message>
        <source>Drop images or a folder here, paste one, or</source>
        <translation>把图片或文件夹拖到这里，粘贴一张，或者</translation>
    </message>
    <message>
        <source>Drop layers here</source>
        <translation>把层拖到这里</translation>
    </message>
    <message>
        <source>Drop {layers} here</source>
        <translation>把 {layers} 放在这里</translation>
    </message>
    <message>
        <source>DropPath, drop path, skip</source>
        <translation>随机深度, 随机丢弃路径, 跳过</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dropout between layers</source>
        <translation>层间丢弃率</translation>
    </message>
    <message>
        <source>Dropout for networks with SELU: it drops numbers to the lowest that SELU gives and keeps mean and variance.</source>
        <translation>用于 SELU 网络的 Dropout：把被丢弃的数设为 SELU 的最低值，并保持均值和方差不变。</translation>
    </message>
    <message>
        <source>Dropout1d</source>
        <translation>Dropout1d</translation>
    </message>
    <message>
        <source>Dropout2d</source>
        <translation>Dropout2d</translation>
    </message>
    <message>
        <source>Dropout3d</source>
        <translation>Dropout3d</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Duplicate {layers}</source>
        <translation>创建 {layers} 的副本</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复样本</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>EMA decay</source>
        <translation>EMA 衰减率</translation>
    </message>
    <message>
        <source>EMNIST letters</source>
        <translation>EMNIST 字母</translation>
    </message>
    <message>
        <source>Each as [x, y, class], with classes from 0.</source>
        <translation>每个点写作 [x, y, 类别]，类别从 0 开始。</translation>
    </message>
    <message>
        <source>Each layer begins as a random rotation, which keeps lengths; good for recurrent and very deep networks. Biases start at zero.</source>
        <translation>每层以随机旋转开始，长度保持不变；适合循环网络和很深的网络。偏置从零开始。</translation>
    </message>
    <message>
        <source>Each layer draws its weights as PyTorch does: mostly evenly from a range that shrinks with the number of inputs.</source>
        <translation>每层像 PyTorch 那样抽取权重：大多均匀取自一个范围，输入越多范围越小。</translation>
    </message>
    <message>
        <source>Each of its numbers depends on {shape} of the input.</source>
        <translation>其中每个数取决于输入的 {shape}。</translation>
    </message>
    <message>
        <source>Early stopping: the run ends when so many epochs in a row bring no improvement on the validation part; 0 never stops early.</source>
        <translation>提前停止：验证集上连续这么多轮没有改善时，训练结束；0 表示从不提前停止。</translation>
    </message>
    <message>
        <source>Edge pixels</source>
        <translation>边缘像素</translation>
    </message>
    <message>
        <source>Edge repeated</source>
        <translation>重复边缘</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit source</source>
        <translation>编辑源代码</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Empty for the one that is called like labels.</source>
        <translation>留空则使用名字像标签的那一列。</translation>
    </message>
    <message>
        <source>Empty for the one that names the pictures.</source>
        <translation>留空则使用写有图片名的那一列。</translation>
    </message>
    <message>
        <source>Empty project</source>
        <translation>空项目</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码方式</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>End divisor</source>
        <translation>结束除数</translation>
    </message>
    <message>
        <source>Ended early after {time}: {reason}</source>
        <translation>提前结束，用时 {time}：{reason}</translation>
    </message>
    <message>
        <source>Ended early: {value} on test after {time}. {reason}</source>
        <translation>提前结束：测试集上 {value}，用时 {time}。{reason}</translation>
    </message>
    <message>
        <source>Enlarges a picture by mirroring its edges.</source>
        <translation>用镜像边缘的方式扩大图像。</translation>
    </message>
    <message>
        <source>Enlarges a picture by repeating its edges.</source>
        <translation>用重复边缘的方式扩大图像。</translation>
    </message>
    <message>
        <source>Enlarges a picture by repeating its pixels or by running smoothly between.</source>
        <translation>用重复像素或平滑过渡的方式放大图像。</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
        <source>Epoch {epoch}/{epochs}: {figures}</source>
        <translation>第 {epoch}/{epochs} 轮：{figures}</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {rate}</source>
        <translation>第 {epoch} 轮：{rate}</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Epochs: {count}</source>
        <translation>训练轮数：{count}</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation>随机擦除</translation>
    </message>
    <message>
        <source>Error: it keeps the network from being trained</source>
        <translation>错误：网络因此无法训练</translation>
    </message>
    <message>
        <source>EuroSAT</source>
        <translation>EuroSAT</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Evaluate page</source>
        <translation>评估页</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>Evaluating…</source>
        <translation>正在评估…</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔轮数</translation>
    </message>
    <message>
        <source>Every GPU learns its share of each batch. Such a run can be stopped, but not paused.</source>
        <translation>每块显卡学习每批中自己的一份。这样的训练可以停止，但不能暂停。</translation>
    </message>
    <message>
        <source>Every layer sees what all layers before it have found.</source>
        <translation>每一层都能看到前面所有层的结果。</translation>
    </message>
    <message>
        <source>Every output is a weighted sum of all inputs, with weights that are learned.</source>
        <translation>每个输出都是所有输入的加权和，权重通过学习得到。</translation>
    </message>
    <message>
        <source>Every picture is brought to a square of this many pixels; auto keeps a size that all share up to 256, and takes 64 otherwise.</source>
        <translation>每张图片都变为边长为这么多像素的正方形；auto：若都相同且不超过 256，则保持原尺寸，否则取 64。</translation>
    </message>
    <message>
        <source>Every row lacks a value, so that none is left. Choose another way to treat missing values under Preparation.</source>
        <translation>每一行都缺值，所以一行也不剩。请在“预处理”中选择另一种处理缺失值的方式。</translation>
    </message>
    <message>
        <source>Every weight starts at zero. A network of several layers then never learns, as all its neurons stay alike: to be seen once.</source>
        <translation>每个权重都从零开始。多层网络因此永远学不到东西，因为所有神经元始终相同：值得看一次。</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>一切都留在这台电脑上。</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Explain this network</source>
        <translation>说明这个网络</translation>
    </message>
    <message>
        <source>Explanation of the network</source>
        <translation>网络说明</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Export the table as CSV…</source>
        <translation>把表格导出为 CSV…</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>F1 is the harmonic mean of precision and recall; every class counts the same.</source>
        <translation>F1 是精确率与召回率的调和平均；每个类别的权重相同。</translation>
    </message>
    <message>
        <source>F1, mean of classes</source>
        <translation>F1（各类平均）</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>FLOPs &lt;b&gt;{count}&lt;/b&gt;</source>
        <translation>FLOPs &lt;b&gt;{count}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failed: {text}</source>
        <translation>失败：{text}</translation>
    </message>
    <message>
        <source>Falls along a power of what is left of the training; usual in segmentation.</source>
        <translation>按剩余训练量的幂下降；常用于图像分割。</translation>
    </message>
    <message>
        <source>Falls along the cosine and begins again, each time for longer if you like.</source>
        <translation>沿余弦下降，然后重新开始；可以让每次的周期更长。</translation>
    </message>
    <message>
        <source>Falls at once after epochs of your choice.</source>
        <translation>在你选定的轮次之后一次降下。</translation>
    </message>
    <message>
        <source>Falls at once, every so many epochs.</source>
        <translation>每隔若干轮一次降下。</translation>
    </message>
    <message>
        <source>Falls by the same factor in every epoch, a little with each batch.</source>
        <translation>每轮按相同的倍数下降，每批降一点。</translation>
    </message>
    <message>
        <source>Falls in a straight line until the last batch.</source>
        <translation>直线下降到最后一批。</translation>
    </message>
    <message>
        <source>Falls slowly, then fast, then slowly until the last batch; a good choice.</source>
        <translation>先慢，再快，再慢，下降到最后一批；是不错的选择。</translation>
    </message>
    <message>
        <source>Falls whenever the monitored figure on the validation part has not improved for a while.</source>
        <translation>验证集上监控的指标一段时间没有改善时就下降。</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>FeatureAlphaDropout</source>
        <translation>FeatureAlphaDropout</translation>
    </message>
    <message>
        <source>Figure on the test part</source>
        <translation>测试集上的成绩</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>各类别的指标</translation>
    </message>
    <message>
        <source>Figures of the best epoch</source>
        <translation>最好的一轮的指标</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File &lt;b&gt;{size}&lt;/b&gt;</source>
        <translation>文件 &lt;b&gt;{size}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>File of labels</source>
        <translation>标签文件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files done</source>
        <translation>已处理的文件</translation>
    </message>
    <message>
        <source>Files left out because they are no pictures or could not be read ({count}): {names}.</source>
        <translation>因不是图片或无法读取而跳过的文件（{count} 个）：{names}。</translation>
    </message>
    <message>
        <source>Files left out because they cannot be read as sounds ({count}): {names}.</source>
        <translation>因无法作为声音读取而略去的文件（{count} 个）：{names}。</translation>
    </message>
    <message>
        <source>Files left out because they cannot be read as texts ({count}): {names}.</source>
        <translation>因无法作为文本读取而略去的文件（{count} 个）：{names}。</translation>
    </message>
    <message>
        <source>Files whose names fit this pattern are the test part; * stands for anything and [0-4] for one of these characters: *_[0-4].wav.</source>
        <translation>文件名符合这个模式的文件作为测试集；* 代表任意字符，[0-4] 代表其中一个字符：*_[0-4].wav。</translation>
    </message>
    <message>
        <source>Fills in a small learned block for each point; a stride makes it larger.</source>
        <translation>为每个点填入一个可学习的小块；步幅使其变大。</translation>
    </message>
    <message>
        <source>Filter by name or type</source>
        <translation>按名称或类型筛选</translation>
    </message>
    <message>
        <source>Filter by name, note, data or optimizer</source>
        <translation>按名称、备注、数据或优化器筛选</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>卷积核数</translation>
    </message>
    <message>
        <source>Filters per channel</source>
        <translation>每通道卷积核数</translation>
    </message>
    <message>
        <source>Find a learning rate</source>
        <translation>查找学习率</translation>
    </message>
    <message>
        <source>Find in the stack</source>
        <translation>在网络中查找</translation>
    </message>
    <message>
        <source>Find in the stack…</source>
        <translation>在网络中查找…</translation>
    </message>
    <message>
        <source>Finds its step sizes by itself; the learning rate usually stays 1.</source>
        <translation>自行确定步长；学习率通常保持为 1。</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Fine dust (PM2.5) and weather in Beijing, every hour of 2010 and 2011; shipped with netstudio.</source>
        <translation>2010 和 2011 年北京每小时的细颗粒物（PM2.5）和天气；随 netstudio 提供。</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Finished after {time}</source>
        <translation>已完成，用时 {time}</translation>
    </message>
    <message>
        <source>Finished after {time}, best epoch {epoch}</source>
        <translation>已完成，用时 {time}，最好的一轮是第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Finished: {metric} {value} ± {deviation} over {folds} folds after {time}</source>
        <translation>已完成：{folds} 折的{metric}为 {value} ± {deviation}，用时 {time}</translation>
    </message>
    <message>
        <source>Finished: {value} on test after {time}</source>
        <translation>已完成：测试集上 {value}，用时 {time}</translation>
    </message>
    <message>
        <source>First cycle</source>
        <translation>首个周期</translation>
    </message>
    <message>
        <source>First slope</source>
        <translation>初始斜率</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>First sum</source>
        <translation>平方和初值</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应方式</translation>
    </message>
    <message>
        <source>Fixed waves, from fast to slow, or a vector learned for each place.</source>
        <translation>由快到慢的固定波形，或为每个位置学习一个向量。</translation>
    </message>
    <message>
        <source>Flag missing</source>
        <translation>标记缺失</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Flatten</translation>
    </message>
    <message>
        <source>Flatten, Linear, ReLU, Dropout, Linear: the first network of most courses.</source>
        <translation>Flatten、Linear、ReLU、Dropout、Linear：多数课程里的第一个网络。</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Floating-point operations for one sample</source>
        <translation>处理一个样本的浮点运算次数</translation>
    </message>
    <message>
        <source>Focal</source>
        <translation>焦点损失</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折</translation>
    </message>
    <message>
        <source>Fold {fold} of {folds} is done; test: {figures}</source>
        <translation>第 {fold} 折（共 {folds} 折）已完成；测试：{figures}</translation>
    </message>
    <message>
        <source>Fold {fold} of {folds}, epoch {epoch} of {epochs}</source>
        <translation>第 {fold} 折（共 {folds} 折），第 {epoch} 轮（共 {epochs} 轮）</translation>
    </message>
    <message>
        <source>Fold {number}</source>
        <translation>第 {number} 折</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>Food-101</source>
        <translation>Food-101</translation>
    </message>
    <message>
        <source>For how many epochs the learning rate first rises in a straight line, against a bad start; 0 for none, 0.5 for half an epoch.</source>
        <translation>学习率在开头多少轮内直线上升，避免开局不良；0 表示不预热，0.5 表示半轮。</translation>
    </message>
    <message>
        <source>For which part of the training it rises.</source>
        <translation>在训练的多大比例内上升。</translation>
    </message>
    <message>
        <source>Forecast GRU</source>
        <translation>预测 GRU</translation>
    </message>
    <message>
        <source>Forecast columns</source>
        <translation>要预测的列</translation>
    </message>
    <message>
        <source>Forecasting</source>
        <translation>时间序列预测</translation>
    </message>
    <message>
        <source>Forecasting that {name} stays as it is would be wrong by {error} on average over the last {count} windows; a useful network does better.</source>
        <translation>如果预测 {name} 保持不变，在最后 {count} 个窗口上平均误差为 {error}；有用的网络应该更好。</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>来源图片</translation>
    </message>
    <message>
        <source>Four quarters, opposite ones alike: no straight line tells them apart.</source>
        <translation>四个象限，对角相同：任何直线都无法将它们分开。</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Freeze all above</source>
        <translation>冻结上方所有层</translation>
    </message>
    <message>
        <source>Freeze all above {layers}</source>
        <translation>冻结 {layers} 上方的所有层</translation>
    </message>
    <message>
        <source>Freeze what is taken over</source>
        <translation>冻结采用的权重</translation>
    </message>
    <message>
        <source>Freeze {layers}</source>
        <translation>冻结 {layers}</translation>
    </message>
    <message>
        <source>Frequency masks</source>
        <translation>频率遮挡数</translation>
    </message>
    <message>
        <source>From which error on it grows in a straight line, in standard deviations of the target.</source>
        <translation>从多大的误差起按直线增长，以目标的标准差为单位。</translation>
    </message>
    <message>
        <source>From which size on updates are shortened.</source>
        <translation>从多大起缩短更新。</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>GLU</source>
        <translation>GLU</translation>
    </message>
    <message>
        <source>GPU {gpu} · CPU {cpu} · {memory}</source>
        <translation>显卡 {gpu} · CPU {cpu} · {memory}</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>GTSRB traffic signs</source>
        <translation>GTSRB 交通标志</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Gaps in time</source>
        <translation>时间间隔缺口</translation>
    </message>
    <message>
        <source>GaussianDropout</source>
        <translation>高斯丢弃</translation>
    </message>
    <message>
        <source>GaussianNoise</source>
        <translation>高斯噪声</translation>
    </message>
    <message>
        <source>German traffic signs in 43 classes, colour.</source>
        <translation>43 类德国交通标志，彩色。</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>准备中…</translation>
    </message>
    <message>
        <source>Give this plot all the room</source>
        <translation>让这张图占满空间</translation>
    </message>
    <message>
        <source>Give up these changes of the code</source>
        <translation>放弃对代码的这些修改</translation>
    </message>
    <message>
        <source>Give up what does not fit</source>
        <translation>放弃不合适的内容</translation>
    </message>
    <message>
        <source>Gives every weight its own step size; works well without tuning.</source>
        <translation>为每个权重单独确定步长；不用调参也有不错的效果。</translation>
    </message>
    <message>
        <source>Gives its input to several branches and merges what they put out; an empty branch passes the input on.</source>
        <translation>把输入送进多个分支，再合并它们的输出；空分支原样传递输入。</translation>
    </message>
    <message>
        <source>Gives the picture back, through a narrow place or freed of noise.</source>
        <translation>把图片还原出来，经过一个狭窄的瓶颈，或去掉噪声。</translation>
    </message>
    <message>
        <source>GlobalAveragePooling2D, GlobalAveragePooling1D, global pooling</source>
        <translation>全局平均池化, 全局汇聚</translation>
    </message>
    <message>
        <source>GlobalAvgPool</source>
        <translation>全局平均池化</translation>
    </message>
    <message>
        <source>GlobalMaxPool</source>
        <translation>全局最大池化</translation>
    </message>
    <message>
        <source>GlobalMaxPooling2D, GlobalMaxPooling1D, global pooling</source>
        <translation>全局最大汇聚, 最大池化</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Grey or colour; auto is grey where all pictures are.</source>
        <translation>灰度或彩色；auto：所有图片都是灰度时为灰度。</translation>
    </message>
    <message>
        <source>Greyscale</source>
        <translation>灰度化</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Group by name part</source>
        <translation>按名称片段分组</translation>
    </message>
    <message>
        <source>Group column</source>
        <translation>分组列</translation>
    </message>
    <message>
        <source>GroupNorm</source>
        <translation>GroupNorm</translation>
    </message>
    <message>
        <source>GroupNormalization</source>
        <translation>组归一化, 分组归一化</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组数</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>周期增长</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>猜测</translation>
    </message>
    <message>
        <source>HIDDEN UNITS</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>Half: {rate}</source>
        <translation>一半：{rate}</translation>
    </message>
    <message>
        <source>Halve when full</source>
        <translation>内存满时减半</translation>
    </message>
    <message>
        <source>Handwritten digits, a small network, 20 seconds.</source>
        <translation>手写数字，小型网络，20 秒。</translation>
    </message>
    <message>
        <source>Handwritten letters and digits, grey, 28×28; six selections of them.</source>
        <translation>手写字母和数字，灰度，28×28；有六种选取方式。</translation>
    </message>
    <message>
        <source>Hardsigmoid</source>
        <translation>Hardsigmoid</translation>
    </message>
    <message>
        <source>Hardswish</source>
        <translation>Hardswish</translation>
    </message>
    <message>
        <source>Hardtanh</source>
        <translation>Hardtanh</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>Heaps</source>
        <translation>团数</translation>
    </message>
    <message>
        <source>Hears which digit is said, by looking at the sound&apos;s spectrogram.</source>
        <translation>看着声音的频谱图，听出说的是哪个数字。</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Height and width of a patch.</source>
        <translation>小块的高和宽。</translation>
    </message>
    <message>
        <source>Height and width of the result, instead of a scale factor.</source>
        <translation>结果的高和宽，用来代替缩放倍数。</translation>
    </message>
    <message>
        <source>Height and width of what is kept.</source>
        <translation>保留部分的高和宽。</translation>
    </message>
    <message>
        <source>Height and width of what it puts out.</source>
        <translation>输出的高和宽。</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Highest momentum</source>
        <translation>最高动量</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>合页损失</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Holds layers that belong together under one name; it computes nothing itself.</source>
        <translation>把属于一体的层收在一个名称下；它本身不做任何计算。</translation>
    </message>
    <message>
        <source>Hop (ms)</source>
        <translation>帧移（毫秒）</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>预测步长</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>How alike pictures look: whether light, contrast and structure agree; 1 for equal ones.</source>
        <translation>图片看起来有多像：明暗、对比度和结构是否一致；完全相同为 1。</translation>
    </message>
    <message>
        <source>How busy this computer is</source>
        <translation>这台电脑的忙碌程度</translation>
    </message>
    <message>
        <source>How each step bends the numbers it remembers.</source>
        <translation>每一步用什么函数处理所记住的数。</translation>
    </message>
    <message>
        <source>How far a corner moves at most, as a share of half the picture&apos;s size.</source>
        <translation>一个角最多移动多远，以图片半边长的比例表示。</translation>
    </message>
    <message>
        <source>How far ahead the right class has to be.</source>
        <translation>正确的类别必须领先多少。</translation>
    </message>
    <message>
        <source>How far apart the columns of the spectrogram are.</source>
        <translation>频谱图相邻两列相隔多远。</translation>
    </message>
    <message>
        <source>How far apart the inputs are laid; 2 doubles the output.</source>
        <translation>输入点摆开多远；取 2 时输出尺寸加倍。</translation>
    </message>
    <message>
        <source>How far around a place it looks to decide how much the place matters.</source>
        <translation>为判断一个位置有多重要，要看其周围多大范围。</translation>
    </message>
    <message>
        <source>How far below zero it goes: large negative numbers become minus this.</source>
        <translation>在零以下能到多低：很大的负数会变成它的相反数。</translation>
    </message>
    <message>
        <source>How far colours move around the colour wheel; 0.5 is half a turn.</source>
        <translation>颜色在色环上移动多远；0.5 为半圈。</translation>
    </message>
    <message>
        <source>How far each update goes: too low learns slowly, too high not at all.</source>
        <translation>每次更新走多远：太小学得慢，太大学不会。</translation>
    </message>
    <message>
        <source>How far points stray from where they belong; from 0 to 1.</source>
        <translation>点偏离其位置多远；从 0 到 1。</translation>
    </message>
    <message>
        <source>How far predictions are from the truth on average, in the values&apos; own units.</source>
        <translation>预测平均偏离真实值多少，以值本身的单位表示。</translation>
    </message>
    <message>
        <source>How far targets move from yes and no towards one half, so that the network does not become too sure. The validation loss is measured without.</source>
        <translation>目标从“是”和“否”向二分之一移动多少，使网络不会过于自信。验证损失的计算不含此项。</translation>
    </message>
    <message>
        <source>How far the filter moves between two looks; 2 halves the output.</source>
        <translation>卷积核每次移动多远；取 2 时输出尺寸减半。</translation>
    </message>
    <message>
        <source>How far the model&apos;s probabilities are, on average, from how often it is right (15 bins of equal width).</source>
        <translation>模型给出的概率与实际答对的频率平均相差多少（15 个等宽区间）。</translation>
    </message>
    <message>
        <source>How far the outputs are from the targets, large errors counting most; for classes the target is 1 for the right one and 0 for the others.</source>
        <translation>输出偏离目标多远，大误差影响最大；对类别而言，正确类别的目标为 1，其他为 0。</translation>
    </message>
    <message>
        <source>How far the outputs are from the targets; a few large errors matter little.</source>
        <translation>输出偏离目标多远；少数大误差影响不大。</translation>
    </message>
    <message>
        <source>How far the window moves; auto stands for its own size.</source>
        <translation>窗口移动多远；auto 表示取窗口自身的大小。</translation>
    </message>
    <message>
        <source>How far the window moves; left out, it moves by its own size.</source>
        <translation>窗口移动多远；留空时按窗口自身大小移动。</translation>
    </message>
    <message>
        <source>How fast the learning rate falls with each update.</source>
        <translation>学习率随每次更新下降的速度。</translation>
    </message>
    <message>
        <source>How large the gradients of the weights are, from the start of the run to now, by powers of ten: if they sink from the last layer to the first, gradients vanish.</source>
        <translation>权重的梯度从训练开始到现在有多大，按 10 的幂表示：如果从最后一层到第一层越来越小，就是梯度消失。</translation>
    </message>
    <message>
        <source>How little easy samples count: 0 counts all alike, 2 is usual.</source>
        <translation>容易的样本影响减小多少：0 表示一视同仁，通常取 2。</translation>
    </message>
    <message>
        <source>How long the network learns, and in which portions.</source>
        <translation>网络学习多久，每次学多少。</translation>
    </message>
    <message>
        <source>How long the run has trained</source>
        <translation>训练了多长时间</translation>
    </message>
    <message>
        <source>How many arms there are, each a class.</source>
        <translation>有多少条旋臂，每条为一个类别。</translation>
    </message>
    <message>
        <source>How many bands of frequencies are left out.</source>
        <translation>去掉多少条频带。</translation>
    </message>
    <message>
        <source>How many batches are added up before each update: acts like a batch so many times as large, in the memory of one.</source>
        <translation>每次更新之前累加多少批：效果如同大这么多倍的批，内存却只需一批。</translation>
    </message>
    <message>
        <source>How many changes each picture goes through.</source>
        <translation>每张图片经过多少次变化。</translation>
    </message>
    <message>
        <source>How many channels become one number before the gates are computed; larger is cheaper.</source>
        <translation>计算门控之前把多少个通道并为一个数；越大越省计算。</translation>
    </message>
    <message>
        <source>How many decibels the loudest noise lies below the sound.</source>
        <translation>最响的噪声比声音低多少分贝。</translation>
    </message>
    <message>
        <source>How many decibels the quietest noise lies below the sound.</source>
        <translation>最轻的噪声比声音低多少分贝。</translation>
    </message>
    <message>
        <source>How many different patterns it looks for; each makes one output channel.</source>
        <translation>要寻找多少种不同的模式；每种产生一个输出通道。</translation>
    </message>
    <message>
        <source>How many different tokens are known at most, the most frequent ones.</source>
        <translation>最多认识多少种词元，取最常见的。</translation>
    </message>
    <message>
        <source>How many epochs it rests after a fall before it counts again.</source>
        <translation>下降之后停多少轮才重新计数。</translation>
    </message>
    <message>
        <source>How many epochs pass before the first restart.</source>
        <translation>第一次重启之前经过多少轮。</translation>
    </message>
    <message>
        <source>How many epochs were trained, of those that were planned</source>
        <translation>计划的轮数中训练了多少轮</translation>
    </message>
    <message>
        <source>How many epochs without improvement are put up with before it falls.</source>
        <translation>容忍多少轮没有改善才下降。</translation>
    </message>
    <message>
        <source>How many features it looks at to decide how much a step counts.</source>
        <translation>为判断一步有多重要，要看多少个特征。</translation>
    </message>
    <message>
        <source>How many heaps there are, each a class.</source>
        <translation>有多少团，每团为一个类别。</translation>
    </message>
    <message>
        <source>How many neighbouring channels count.</source>
        <translation>计入多少个相邻通道。</translation>
    </message>
    <message>
        <source>How many numbers it puts out; auto stands for what the task needs.</source>
        <translation>输出多少个数；auto 表示取任务所需的个数。</translation>
    </message>
    <message>
        <source>How many numbers it remembers from step to step.</source>
        <translation>从一步到下一步记住多少个数。</translation>
    </message>
    <message>
        <source>How many numbers stand for each patch.</source>
        <translation>每个小块用多少个数表示。</translation>
    </message>
    <message>
        <source>How many numbers stand for each word or sign.</source>
        <translation>每个词或符号用多少个数表示。</translation>
    </message>
    <message>
        <source>How many numbers the layer learns</source>
        <translation>这一层学习多少个数</translation>
    </message>
    <message>
        <source>How many numbers the network learns</source>
        <translation>网络学习多少个数</translation>
    </message>
    <message>
        <source>How many patterns it looks for in each input channel.</source>
        <translation>在每个输入通道中寻找多少种模式。</translation>
    </message>
    <message>
        <source>How many pitches are told apart: the height of the spectrogram.</source>
        <translation>区分多少种音高：即频谱图的高度。</translation>
    </message>
    <message>
        <source>How many pixels are added on each side.</source>
        <translation>每侧添加多少像素。</translation>
    </message>
    <message>
        <source>How many points there are in all.</source>
        <translation>一共有多少个点。</translation>
    </message>
    <message>
        <source>How many rows ahead it forecasts.</source>
        <translation>向后预测多少行。</translation>
    </message>
    <message>
        <source>How many rows and columns are added at the edge.</source>
        <translation>在边缘添加多少行和多少列。</translation>
    </message>
    <message>
        <source>How many rows at the end are kept back for the final figure; 0 takes the test share.</source>
        <translation>末尾留出多少行用于最终评估；0 表示按测试集比例。</translation>
    </message>
    <message>
        <source>How many rows the network looks back on.</source>
        <translation>网络向前看多少行。</translation>
    </message>
    <message>
        <source>How many samples are looked at before each update.</source>
        <translation>每次更新之前看多少个样本。</translation>
    </message>
    <message>
        <source>How many samples there were in a batch</source>
        <translation>每批有多少个样本</translation>
    </message>
    <message>
        <source>How many steps are added at each end.</source>
        <translation>在两端各添加多少步。</translation>
    </message>
    <message>
        <source>How many steps each sequence has: longer ones lose their beginning, shorter ones get zeros in front; auto fits the longest training sequence.</source>
        <translation>每个序列有多少步：较长的去掉开头，较短的在前面补零；auto 取最长训练序列的长度。</translation>
    </message>
    <message>
        <source>How many steps it puts out.</source>
        <translation>输出多少步。</translation>
    </message>
    <message>
        <source>How many steps make an update orthogonal.</source>
        <translation>用多少步使更新变得正交。</translation>
    </message>
    <message>
        <source>How many stretches of time are left out.</source>
        <translation>去掉多少段时间。</translation>
    </message>
    <message>
        <source>How many such layers lie on one another, each reading the one below.</source>
        <translation>这样的层叠放多少层，每一层读取下面一层的输出。</translation>
    </message>
    <message>
        <source>How many things at once each step can look for; must divide the features.</source>
        <translation>每一步能同时关注多少方面；必须能整除特征数。</translation>
    </message>
    <message>
        <source>How many times all training samples are gone through.</source>
        <translation>把全部训练样本过多少遍。</translation>
    </message>
    <message>
        <source>How many times as long each cycle is as the one before.</source>
        <translation>每个周期是前一个周期的多少倍长。</translation>
    </message>
    <message>
        <source>How many times larger height and width become.</source>
        <translation>高和宽变为多少倍。</translation>
    </message>
    <message>
        <source>How many times larger or smaller a picture can be.</source>
        <translation>图片最多放大或缩小多少倍。</translation>
    </message>
    <message>
        <source>How many times larger or smaller at most.</source>
        <translation>最多放大或缩小多少倍。</translation>
    </message>
    <message>
        <source>How many times longer it becomes.</source>
        <translation>变为多少倍长。</translation>
    </message>
    <message>
        <source>How many times smaller height and width become.</source>
        <translation>高和宽缩小为多少分之一。</translation>
    </message>
    <message>
        <source>How many times the layers run.</source>
        <translation>这些层运行多少次。</translation>
    </message>
    <message>
        <source>How many times the learning rate this layer, and all it holds, learns with: 0.1 for layers that have learned already, more than 1 for new ones. Factors of containers multiply.</source>
        <translation>这一层及其中的所有层以多少倍学习率学习：已学好的层用 0.1，新的层大于 1。各级容器的倍数相乘。</translation>
    </message>
    <message>
        <source>How many times wider than high, or higher than wide, a part can be.</source>
        <translation>一部分最多比高宽多少倍，或比宽高多少倍。</translation>
    </message>
    <message>
        <source>How many tokens of a text are read; shorter ones are filled up, which changes no answer. Auto fits 95 % of the training texts, up to 512.</source>
        <translation>每段文本读取多少个词元；较短的会补齐，这不改变任何答案。auto 适应 95 % 的训练文本，最多 512。</translation>
    </message>
    <message>
        <source>How many training samples are learned from, 0 for all; with few, a network learns them by heart.</source>
        <translation>从多少个训练样本学习，0 表示全部；样本少时网络会死记硬背。</translation>
    </message>
    <message>
        <source>How many words of each text become unknown.</source>
        <translation>每段文本有多少词变为未知。</translation>
    </message>
    <message>
        <source>How many words of each text change places.</source>
        <translation>每段文本有多少词交换位置。</translation>
    </message>
    <message>
        <source>How much a yes counts beside a no: 0.5 counts both alike; with gamma 2, 0.25 is usual although yes is rare.</source>
        <translation>“是”相对于“否”的比重：0.5 表示两者相同；gamma 为 2 时，即使“是”很少，通常也取 0.25。</translation>
    </message>
    <message>
        <source>How much each batch counts in the running mean that is used later.</source>
        <translation>每一批在之后使用的滑动平均中占多大比重。</translation>
    </message>
    <message>
        <source>How much is added to the output at its end, to reach an exact size.</source>
        <translation>在输出末尾补多少，以得到准确的尺寸。</translation>
    </message>
    <message>
        <source>How much is cut off the output at each edge.</source>
        <translation>在输出的每个边缘裁掉多少。</translation>
    </message>
    <message>
        <source>How much lighter or darker; 0.2 is up to 20 %.</source>
        <translation>变亮或变暗多少；0.2 为最多 20 %。</translation>
    </message>
    <message>
        <source>How much more or less contrast; 0.2 is up to 20 %.</source>
        <translation>对比度增减多少；0.2 为最多 20 %。</translation>
    </message>
    <message>
        <source>How much of each new gradient is left out of the momentum.</source>
        <translation>每个新梯度有多少不计入动量。</translation>
    </message>
    <message>
        <source>How much of the input one filter sees at once.</source>
        <translation>一个卷积核一次能看到多大范围的输入。</translation>
    </message>
    <message>
        <source>How much of the last step is kept in the next one.</source>
        <translation>上一步有多少保留到下一步。</translation>
    </message>
    <message>
        <source>How much of the mean of the gradients is kept: their momentum.</source>
        <translation>梯度的均值保留多少，即动量。</translation>
    </message>
    <message>
        <source>How much of the mean of the squares is kept.</source>
        <translation>平方的均值保留多少。</translation>
    </message>
    <message>
        <source>How much of the mean of their squares is kept.</source>
        <translation>其平方的均值保留多少。</translation>
    </message>
    <message>
        <source>How much of the means of the squares is kept.</source>
        <translation>平方的各均值保留多少。</translation>
    </message>
    <message>
        <source>How much of the moving average is kept at each update, less in the first ones; only for EMA.</source>
        <translation>每次更新时滑动平均保留多少，最初几次保留得少些；只用于 EMA。</translation>
    </message>
    <message>
        <source>How much of the output one input number spreads over.</source>
        <translation>一个输入数铺开到多大范围的输出。</translation>
    </message>
    <message>
        <source>How much of the values&apos; spread the predictions explain: 1 is perfect, 0 is no better than always saying the mean.</source>
        <translation>预测能解释值的多少变化：1 为完美，0 不比总是说均值更好。</translation>
    </message>
    <message>
        <source>How much stronger or fainter colours become.</source>
        <translation>颜色变浓或变淡多少。</translation>
    </message>
    <message>
        <source>How much the neighbours count.</source>
        <translation>相邻通道占多大比重。</translation>
    </message>
    <message>
        <source>How often this loop runs is known only when the code runs; it was read once.</source>
        <translation>这个循环运行几次要到代码执行时才知道，因此只读取了一次。</translation>
    </message>
    <message>
        <source>How pictures become numbers.</source>
        <translation>图片如何变成数。</translation>
    </message>
    <message>
        <source>How pictures that are not square are brought to a square.</source>
        <translation>非正方形的图片如何变成正方形。</translation>
    </message>
    <message>
        <source>How points become the network&apos;s input.</source>
        <translation>点如何成为网络的输入。</translation>
    </message>
    <message>
        <source>How sequences become numbers.</source>
        <translation>序列如何变成数。</translation>
    </message>
    <message>
        <source>How sharp the bend is; a large one is nearly ReLU.</source>
        <translation>弯曲有多陡；取较大的值则接近 ReLU。</translation>
    </message>
    <message>
        <source>How slowly momentum comes in at the beginning.</source>
        <translation>动量在开始时多慢地加入。</translation>
    </message>
    <message>
        <source>How sounds become pictures of pitch over time, which convolutions can read.</source>
        <translation>声音如何变成音高随时间变化的图像，供卷积读取。</translation>
    </message>
    <message>
        <source>How strong each change is; 30 is the most.</source>
        <translation>每次变化有多强；最大为 30。</translation>
    </message>
    <message>
        <source>How strong the noise is.</source>
        <translation>噪声有多强。</translation>
    </message>
    <message>
        <source>How strongly weights are pulled towards zero, against over-fitting.</source>
        <translation>把权重拉向零的力度，用于防止过拟合。</translation>
    </message>
    <message>
        <source>How surprised the network is by each yes or no; two classes need one output only.</source>
        <translation>网络对每个“是”或“否”有多意外；两个类别只需一个输出。</translation>
    </message>
    <message>
        <source>How surprised the network is by the right class; the usual choice.</source>
        <translation>网络对正确类别感到多“意外”；最常用的选择。</translation>
    </message>
    <message>
        <source>How texts are cut into tokens, each of which is known by a number.</source>
        <translation>文本如何切成词元，每个词元对应一个编号。</translation>
    </message>
    <message>
        <source>How the columns of a table become numbers.</source>
        <translation>表格的各列如何变成数。</translation>
    </message>
    <message>
        <source>How the columns of a time series become numbers.</source>
        <translation>时间序列的各列如何变成数。</translation>
    </message>
    <message>
        <source>How the first weights are drawn. Xavier suits tanh and sigmoid, Kaiming suits ReLU; with all zero a network of several layers does not learn.</source>
        <translation>如何抽取初始权重。Xavier 适合 tanh 和 sigmoid，Kaiming 适合 ReLU；全零时多层网络学不到东西。</translation>
    </message>
    <message>
        <source>How the input gets the shape of the output where they differ: by a 1×1 convolution or Linear, or without weights by leaving out places and adding channels of zeros.</source>
        <translation>输入与输出形状不同时，如何让输入变成输出的形状：用 1×1 卷积或 Linear，或者不用权重，跳过一些位置并补上全零的通道。</translation>
    </message>
    <message>
        <source>How the network is trained, beside loss, optimizer and schedule.</source>
        <translation>除损失、优化器和学习率调度外，网络如何训练。</translation>
    </message>
    <message>
        <source>How the outputs of the branches become one.</source>
        <translation>各分支的输出如何合为一个。</translation>
    </message>
    <message>
        <source>How the run has ended</source>
        <translation>训练如何结束</translation>
    </message>
    <message>
        <source>How the samples are cleaned and divided.</source>
        <translation>样本如何清理和划分。</translation>
    </message>
    <message>
        <source>How the weights lie around zero, from the start of the run to now: where many are, the colour is dense.</source>
        <translation>权重从训练开始到现在如何分布在零附近：密集处颜色较浓。</translation>
    </message>
    <message>
        <source>How the weights of this layer learn.</source>
        <translation>这一层的权重如何学习。</translation>
    </message>
    <message>
        <source>How updates are computed: trades between time, memory and precision.</source>
        <translation>如何计算更新：在时间、内存和精度之间取舍。</translation>
    </message>
    <message>
        <source>How what the layer puts out lies around zero, on the same samples all the time.</source>
        <translation>这一层的输出如何分布在零附近，始终用相同的样本。</translation>
    </message>
    <message>
        <source>How wide the small network is; four times the features is usual.</source>
        <translation>小网络有多宽；通常取特征数的四倍。</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>Huber</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>色相</translation>
    </message>
    <message>
        <source>Id 0 is padding</source>
        <translation>编号 0 为填充</translation>
    </message>
    <message>
        <source>If this computer has an AMD GPU that ROCm supports, install or update its driver.</source>
        <translation>如果这台电脑有 ROCm 支持的 AMD 显卡，请安装或更新驱动程序。</translation>
    </message>
    <message>
        <source>If this computer has an NVIDIA GPU, install its driver.</source>
        <translation>如果这台电脑有 NVIDIA 显卡，请安装驱动程序。</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Image arrays</source>
        <translation>图片数组</translation>
    </message>
    <message>
        <source>Image autoencoding</source>
        <translation>图像自编码</translation>
    </message>
    <message>
        <source>Image classification</source>
        <translation>图像分类</translation>
    </message>
    <message>
        <source>Image folder</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>图片尺寸</translation>
    </message>
    <message>
        <source>ImageNet (photographs)</source>
        <translation>ImageNet（照片）</translation>
    </message>
    <message>
        <source>ImageNet&apos;s</source>
        <translation>ImageNet 的</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Images with a table of labels</source>
        <translation>带标签表格的图片</translation>
    </message>
    <message>
        <source>Import code</source>
        <translation>导入代码</translation>
    </message>
    <message>
        <source>Import code…</source>
        <translation>导入代码…</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>在内存中</translation>
    </message>
    <message>
        <source>In number fields</source>
        <translation>在数字框中</translation>
    </message>
    <message>
        <source>In the editor now</source>
        <translation>编辑器中的当前项目</translation>
    </message>
    <message>
        <source>In the file, but not needed: {names}.</source>
        <translation>文件中有但不需要：{names}。</translation>
    </message>
    <message>
        <source>In the stack</source>
        <translation>在网络中</translation>
    </message>
    <message>
        <source>In {file}, x has the shape {x} and y {y}, but sequences need numbers of (samples, time, features) and one class for each sample.</source>
        <translation>在 {file} 中，x 的形状为 {x}，y 的形状为 {y}，但序列需要形如（样本、时间、特征）的数，以及每个样本一个类别。</translation>
    </message>
    <message>
        <source>Inception blocks</source>
        <translation>Inception 块</translation>
    </message>
    <message>
        <source>Inception, branches, Concatenate, Add, Average, Multiply, DenseNet, U-Net</source>
        <translation>并行分支, 多分支, 拼接, 相加, 平均, 相乘</translation>
    </message>
    <message>
        <source>Inner features</source>
        <translation>内部特征数</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Input columns</source>
        <translation>输入列</translation>
    </message>
    <message>
        <source>Input {number}</source>
        <translation>输入 {number}</translation>
    </message>
    <message>
        <source>Insert rows</source>
        <translation>插入行</translation>
    </message>
    <message>
        <source>Insert {layer}</source>
        <translation>插入 {layer}</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>透视</translation>
    </message>
    <message>
        <source>Insight into the layers</source>
        <translation>透视各层</translation>
    </message>
    <message>
        <source>InstanceNorm1d</source>
        <translation>InstanceNorm1d</translation>
    </message>
    <message>
        <source>InstanceNorm2d</source>
        <translation>InstanceNorm2d</translation>
    </message>
    <message>
        <source>InstanceNormalization, style transfer</source>
        <translation>实例归一化, 风格迁移</translation>
    </message>
    <message>
        <source>Into how many groups the channels are dealt out.</source>
        <translation>把通道分成多少组。</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>It cannot be trained yet: there are {count} problems.</source>
        <translation>现在还不能训练：有 {count} 个问题。</translation>
    </message>
    <message>
        <source>It cannot be trained yet: there is one problem.</source>
        <translation>现在还不能训练：有一个问题。</translation>
    </message>
    <message>
        <source>It ends with where it started, divided by this number.</source>
        <translation>最后的学习率是起始学习率除以这个数。</translation>
    </message>
    <message>
        <source>It has changes from {when} that were not saved.</source>
        <translation>其中有 {when} 的更改尚未保存。</translation>
    </message>
    <message>
        <source>It has one parameter, {share} % of all.</source>
        <translation>它有 1 个参数，占全部的 {share} %。</translation>
    </message>
    <message>
        <source>It has {count} parameters, {share} % of all.</source>
        <translation>它有 {count} 个参数，占全部的 {share} %。</translation>
    </message>
    <message>
        <source>It is built {copies} times, each with one parameter.</source>
        <translation>它共构建 {copies} 份，每份 1 个参数。</translation>
    </message>
    <message>
        <source>It is built {copies} times; the first has {count} parameters.</source>
        <translation>它共构建 {copies} 份；第一份有 {count} 个参数。</translation>
    </message>
    <message>
        <source>It is frozen: training leaves its weights as they are.</source>
        <translation>已冻结：训练不改变它的权重。</translation>
    </message>
    <message>
        <source>It keeps the shape {shape}.</source>
        <translation>它保持形状 {shape} 不变。</translation>
    </message>
    <message>
        <source>It learns one number, its only parameter.</source>
        <translation>它学习 1 个数，即唯一的参数。</translation>
    </message>
    <message>
        <source>It learns with {factor} times the learning rate.</source>
        <translation>它以 {factor} 倍学习率学习。</translation>
    </message>
    <message>
        <source>It learns {count} numbers, its parameters.</source>
        <translation>它学习 {count} 个数，即它的参数。</translation>
    </message>
    <message>
        <source>It makes {output} out of {input}.</source>
        <translation>它把 {input} 变为 {output}。</translation>
    </message>
    <message>
        <source>It starts with the learning rate divided by this number.</source>
        <translation>起始学习率是学习率除以这个数。</translation>
    </message>
    <message>
        <source>Its standard deviation, in standard deviations of the data.</source>
        <translation>噪声的标准差，以数据的标准差为单位。</translation>
    </message>
    <message>
        <source>Its windows see {shape} of the input at once at most (the receptive field).</source>
        <translation>它的窗口一次最多能看到输入的 {shape}（感受野）。</translation>
    </message>
    <message>
        <source>Japanese vowels</source>
        <translation>日语元音</translation>
    </message>
    <message>
        <source>Join channels</source>
        <translation>拼接通道</translation>
    </message>
    <message>
        <source>Joins each window of a picture by a power sum, between sum and maximum.</source>
        <translation>用幂和把图像的每个窗口合为一个数，介于求和与最大值之间。</translation>
    </message>
    <message>
        <source>Joins each window of steps by a power sum, between sum and maximum.</source>
        <translation>用幂和把每个时间窗口合为一个数，介于求和与最大值之间。</translation>
    </message>
    <message>
        <source>KMNIST characters</source>
        <translation>KMNIST 字符</translation>
    </message>
    <message>
        <source>Kaiming, normal</source>
        <translation>Kaiming 正态</translation>
    </message>
    <message>
        <source>Kaiming, uniform</source>
        <translation>Kaiming 均匀</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>分开</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation>保留我的文本</translation>
    </message>
    <message>
        <source>Keep pixels</source>
        <translation>保持像素</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <translation>保留最好的一轮</translation>
    </message>
    <message>
        <source>Keep the data set, and put these layers in the place of yours</source>
        <translation>保留数据集，用这些层替换现有的层</translation>
    </message>
    <message>
        <source>Keep together</source>
        <translation>放在一起</translation>
    </message>
    <message>
        <source>Keeps divisions from being by zero.</source>
        <translation>避免除以零。</translation>
    </message>
    <message>
        <source>Keeps one step of a sequence: the last, which behind a recurrent layer has seen all, or the first, such as a class token.</source>
        <translation>只保留序列的一步：最后一步（在循环层之后已看过全部内容），或第一步（例如类别标记）。</translation>
    </message>
    <message>
        <source>Keeps positive numbers and sets negative ones to zero.</source>
        <translation>正数保持不变，负数变为零。</translation>
    </message>
    <message>
        <source>Keeps signals and gradients of one size from layer to layer where activations are straight around zero, such as tanh and sigmoid. Biases start at zero.</source>
        <translation>使信号和梯度的大小在各层之间保持不变，适合在零附近近似直线的激活函数，例如 tanh 和 sigmoid。偏置从零开始。</translation>
    </message>
    <message>
        <source>Keeps signals of one size from layer to layer although ReLU cuts off half of them. Biases start at zero.</source>
        <translation>尽管 ReLU 截去一半信号，仍使其大小在各层之间保持不变。偏置从零开始。</translation>
    </message>
    <message>
        <source>Keeps the largest value of each window, so that the picture shrinks.</source>
        <translation>保留每个窗口中的最大值，图像随之缩小。</translation>
    </message>
    <message>
        <source>Keeps the largest value of each window, so that the sequence gets shorter.</source>
        <translation>保留每个窗口中的最大值，序列随之变短。</translation>
    </message>
    <message>
        <source>Keeps the largest value of each window, so that the volume shrinks.</source>
        <translation>保留每个窗口中的最大值，体数据随之缩小。</translation>
    </message>
    <message>
        <source>Keeps the largest values, as many steps as you ask for, whatever comes in.</source>
        <translation>无论输入多长，都保留指定步数的最大值。</translation>
    </message>
    <message>
        <source>Keeps the largest values, on a grid of the size you ask for.</source>
        <translation>在指定大小的网格上保留最大值。</translation>
    </message>
    <message>
        <source>Keeps the middle of a picture and cuts off the rest.</source>
        <translation>保留图像中央，裁掉其余部分。</translation>
    </message>
    <message>
        <source>Kept for validation: {share}</source>
        <translation>留作验证：{share}</translation>
    </message>
    <message>
        <source>Kept of long texts</source>
        <translation>长文本保留的部分</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>核大小</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>L = ½ e² where |e| ≤ δ, else δ (|e| − ½ δ)</source>
        <translation>|e| ≤ δ 时 L = ½ e²，否则 L = δ (|e| − ½ δ)</translation>
    </message>
    <message>
        <source>L = −αₜ (1 − pₜ)^γ log pₜ; pₜ = σ(z), αₜ = α for yes, 1 − σ(z) and 1 − α for no</source>
        <translation>L = −αₜ (1 − pₜ)^γ log pₜ；“是”取 pₜ = σ(z)、αₜ = α，“否”取 1 − σ(z) 和 1 − α</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>LPPool1d</source>
        <translation>LPPool1d</translation>
    </message>
    <message>
        <source>LPPool2d</source>
        <translation>LPPool2d</translation>
    </message>
    <message>
        <source>LRN, AlexNet</source>
        <translation>局部响应归一化, 侧抑制</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>LSTM by rows</source>
        <translation>逐行 LSTM</translation>
    </message>
    <message>
        <source>Label F1</source>
        <translation>标签 F1</translation>
    </message>
    <message>
        <source>Label accuracy</source>
        <translation>标签准确率</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言 (Language)</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大 (Ctrl++)</translation>
    </message>
    <message>
        <source>Largest area</source>
        <translation>最大面积</translation>
    </message>
    <message>
        <source>Largest errors</source>
        <translation>最大的误差</translation>
    </message>
    <message>
        <source>Largest shift</source>
        <translation>最大平移</translation>
    </message>
    <message>
        <source>Last known</source>
        <translation>上一个已知值</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layer settings</source>
        <translation>层设置</translation>
    </message>
    <message>
        <source>LayerNorm</source>
        <translation>LayerNorm</translation>
    </message>
    <message>
        <source>LayerNormalization</source>
        <translation>层归一化, 层标准化</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layers can be nested {depth} deep at most.</source>
        <translation>层最多可以嵌套 {depth} 级。</translation>
    </message>
    <message>
        <source>Layers that learn, and activations, from the input to the output</source>
        <translation>学习的层和激活函数，从输入到输出</translation>
    </message>
    <message>
        <source>Layers that were understood</source>
        <translation>已识别的层</translation>
    </message>
    <message>
        <source>Layers while they learn</source>
        <translation>学习中的各层</translation>
    </message>
    <message>
        <source>Lays two samples over each other; the target is the same mixture.</source>
        <translation>把两个样本叠在一起；目标也按同样比例混合。</translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation>LeNet-5</translation>
    </message>
    <message>
        <source>LeakyReLU</source>
        <translation>LeakyReLU</translation>
    </message>
    <message>
        <source>LeakyReLU that learns by itself how much of a negative number comes through.</source>
        <translation>自己学习让负数通过多少的 LeakyReLU。</translation>
    </message>
    <message>
        <source>Learn from all training samples with their right labels.</source>
        <translation>用全部训练样本及其正确标签学习。</translation>
    </message>
    <message>
        <source>Learn from {name}</source>
        <translation>从 {name} 学习</translation>
    </message>
    <message>
        <source>Learn scale</source>
        <translation>学习缩放</translation>
    </message>
    <message>
        <source>Learn scale and shift</source>
        <translation>学习缩放与平移</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>可学习</translation>
    </message>
    <message>
        <source>Learned projection</source>
        <translation>可学习的投影</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Learning how samples become numbers</source>
        <translation>正在学习样本如何变成数</translation>
    </message>
    <message>
        <source>Learning parts of words</source>
        <translation>正在学习词的组成部分</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate changed to {rate}</source>
        <translation>学习率改为 {rate}</translation>
    </message>
    <message>
        <source>Learning rate factor</source>
        <translation>学习率倍数</translation>
    </message>
    <message>
        <source>Learning rate over the epochs</source>
        <translation>各轮的学习率</translation>
    </message>
    <message>
        <source>Learning rate {rate:g}</source>
        <translation>学习率 {rate:g}</translation>
    </message>
    <message>
        <source>Learning rate {rate}</source>
        <translation>学习率 {rate}</translation>
    </message>
    <message>
        <source>Learning-rate factor</source>
        <translation>学习率倍数</translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Learns which channels matter for the picture at hand.</source>
        <translation>学习对眼前这幅图像来说哪些通道重要。</translation>
    </message>
    <message>
        <source>Learns which channels matter, and then which places of the picture.</source>
        <translation>先学习哪些通道重要，再学习图像的哪些位置重要。</translation>
    </message>
    <message>
        <source>Leave all out</source>
        <translation>全部略去</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不继续</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Leaves bands of frequencies and stretches of time out of the spectrogram.</source>
        <translation>从频谱图中去掉一些频带和时间段。</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>左右</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Length (ms)</source>
        <translation>长度（毫秒）</translation>
    </message>
    <message>
        <source>Length in characters</source>
        <translation>字符数</translation>
    </message>
    <message>
        <source>Length in steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Length in tokens, as far as they are read</source>
        <translation>读取到的词元数</translation>
    </message>
    <message>
        <source>Length that is read</source>
        <translation>读取的长度</translation>
    </message>
    <message>
        <source>Lengthens a sequence by mirroring both its ends.</source>
        <translation>用镜像两端的方式延长序列。</translation>
    </message>
    <message>
        <source>Lengthens a sequence by repeating its first and its last step.</source>
        <translation>用重复首尾两步的方式延长序列。</translation>
    </message>
    <message>
        <source>Lengthens a sequence by repeating its steps or by running smoothly between.</source>
        <translation>用重复各步或平滑过渡的方式延长序列。</translation>
    </message>
    <message>
        <source>Let the layers inside keep the size</source>
        <translation>让内部各层保持尺寸不变</translation>
    </message>
    <message>
        <source>Lets each sequence start a little earlier or later.</source>
        <translation>让每个序列稍早或稍晚开始。</translation>
    </message>
    <message>
        <source>Lets each sound start a little earlier or later.</source>
        <translation>让每段声音稍早或稍晚开始。</translation>
    </message>
    <message>
        <source>Lets every step of a sequence look at all others and take what it needs from them.</source>
        <translation>让序列的每一步都能查看其他各步，并取用所需的内容。</translation>
    </message>
    <message>
        <source>Lets every word of a message attend to every other: an encoder block.</source>
        <translation>让短信中的每个词关注其他每个词：一个编码器块。</translation>
    </message>
    <message>
        <source>Lets one half of the features decide how much of the other half comes through.</source>
        <translation>让一半特征决定另一半特征通过多少。</translation>
    </message>
    <message>
        <source>Lets some words change places with their neighbours.</source>
        <translation>让一些词与相邻的词交换位置。</translation>
    </message>
    <message>
        <source>Lets the network see the season, the day of the week and the hour.</source>
        <translation>让网络看到季节、星期几和时刻。</translation>
    </message>
    <message>
        <source>Letters and digits, balanced</source>
        <translation>字母和数字，数量均衡</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>许可证：{licence}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Like Adam without momentum, and needs hardly any memory of its own.</source>
        <translation>类似不带动量的 Adam，自身几乎不占内存。</translation>
    </message>
    <message>
        <source>Like ReLU, but bends smoothly towards a negative value below zero.</source>
        <translation>与 ReLU 类似，但在零以下平滑地弯向一个负值。</translation>
    </message>
    <message>
        <source>Like ReLU, but lets a little of each negative number through.</source>
        <translation>与 ReLU 类似，但让负数的一小部分通过。</translation>
    </message>
    <message>
        <source>Like the mean absolute error, but large errors count more; in the values&apos; own units.</source>
        <translation>类似平均绝对误差，但大误差影响更大；以值本身的单位表示。</translation>
    </message>
    <message>
        <source>Like the squared error up to a distance, like the absolute one beyond it.</source>
        <translation>在一定距离内类似平方误差，超过后类似绝对误差。</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Line {line}: {text}</source>
        <translation>第 {line} 行：{text}</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Linear layers</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Lines end as on Windows (CRLF), which does no harm.</source>
        <translation>行尾为 Windows 格式（CRLF），没有影响。</translation>
    </message>
    <message>
        <source>Lines up all numbers of a sample in one flat vector, as Linear needs it.</source>
        <translation>把一个样本的所有数排成一个一维向量，正是 Linear 所需要的。</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Loading what was decoded before</source>
        <translation>正在载入以前解码的内容</translation>
    </message>
    <message>
        <source>LocalResponseNorm</source>
        <translation>LocalResponseNorm</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Log-cosh</source>
        <translation>对数双曲余弦</translation>
    </message>
    <message>
        <source>LogSigmoid</source>
        <translation>LogSigmoid</translation>
    </message>
    <message>
        <source>LogSoftmax</source>
        <translation>LogSoftmax</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Logarithmic scale of what is missing to 100 %</source>
        <translation>以对数刻度显示距 100 % 还差多少</translation>
    </message>
    <message>
        <source>Longer sounds keep their loudest stretch, shorter ones get silence on both sides; auto fits 95 % of the training sounds.</source>
        <translation>较长的声音保留最响的一段，较短的两侧补静音；auto 适应 95 % 的训练声音。</translation>
    </message>
    <message>
        <source>Longer windows tell pitches apart better, shorter ones moments.</source>
        <translation>较长的窗更能区分音高，较短的窗更能区分时刻。</translation>
    </message>
    <message>
        <source>Longest stretch</source>
        <translation>最长的一段</translation>
    </message>
    <message>
        <source>Look at the data</source>
        <translation>查看数据</translation>
    </message>
    <message>
        <source>Looking at the columns</source>
        <translation>正在查看各列</translation>
    </message>
    <message>
        <source>Looking at the pictures&apos; sizes</source>
        <translation>正在查看图片尺寸</translation>
    </message>
    <message>
        <source>Looking at the samples</source>
        <translation>正在查看样本</translation>
    </message>
    <message>
        <source>Looking at the sounds&apos; rates</source>
        <translation>正在查看声音的采样率</translation>
    </message>
    <message>
        <source>Looking at the texts</source>
        <translation>正在查看文本</translation>
    </message>
    <message>
        <source>Looking at your data</source>
        <translation>正在查看你的数据</translation>
    </message>
    <message>
        <source>Looking for equal samples</source>
        <translation>正在查找相同的样本</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>正在查找文件</translation>
    </message>
    <message>
        <source>Looking for files…</source>
        <translation>正在查找文件…</translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation>正在查找图片</translation>
    </message>
    <message>
        <source>Looking for runs…</source>
        <translation>正在查找训练记录…</translation>
    </message>
    <message>
        <source>Looking for runs… {done} of {count}</source>
        <translation>正在查找训练记录… {done} / {count}</translation>
    </message>
    <message>
        <source>Looking for series of photographs</source>
        <translation>正在查找连拍照片</translation>
    </message>
    <message>
        <source>Looks at the mean of every channel and learns which channels to turn up or down.</source>
        <translation>查看每个通道的平均值，学习该增强或减弱哪些通道。</translation>
    </message>
    <message>
        <source>Looks for telling groups of three words; fast, and good on any text.</source>
        <translation>寻找有说服力的三词组合；速度快，适用于任何文本。</translation>
    </message>
    <message>
        <source>Looks up a learned vector for every word or sign; similar ones come close.</source>
        <translation>为每个词或符号查出一个可学习的向量；相似的会彼此靠近。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss at each learning rate</source>
        <translation>各学习率下的损失</translation>
    </message>
    <message>
        <source>Loss on the validation part in the best epoch</source>
        <translation>最好的一轮在验证集上的损失</translation>
    </message>
    <message>
        <source>Loss: {name}</source>
        <translation>损失：{name}</translation>
    </message>
    <message>
        <source>Loudest</source>
        <translation>最响</translation>
    </message>
    <message>
        <source>Lower case</source>
        <translation>小写</translation>
    </message>
    <message>
        <source>Lowers numbers at whose place the neighbouring channels are large, too.</source>
        <translation>如果同一位置的相邻通道也很大，就减小该处的数。</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Lowest momentum</source>
        <translation>最低动量</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>MNIST digits</source>
        <translation>MNIST 手写数字</translation>
    </message>
    <message>
        <source>Make it {layer}</source>
        <translation>改为 {layer}</translation>
    </message>
    <message>
        <source>Make the output fit</source>
        <translation>让输出匹配</translation>
    </message>
    <message>
        <source>Makes a picture larger by laying groups of its channels out as pixels.</source>
        <translation>把成组的通道铺成像素，从而放大图像。</translation>
    </message>
    <message>
        <source>Makes a picture smaller without losing a number: pixels become channels.</source>
        <translation>把像素变成通道，在不丢失任何数的情况下缩小图像。</translation>
    </message>
    <message>
        <source>Makes each sound a little louder or quieter.</source>
        <translation>使每段声音略响或略轻。</translation>
    </message>
    <message>
        <source>Makes numbers a little larger or smaller; categories stay as they are.</source>
        <translation>使数略大或略小；类别保持不变。</translation>
    </message>
    <message>
        <source>Makes pictures grainy, some more than others.</source>
        <translation>使图片带有颗粒，有的多，有的少。</translation>
    </message>
    <message>
        <source>Makes some words unknown, so that no single word decides.</source>
        <translation>使一些词变为未知，避免由单个词决定结果。</translation>
    </message>
    <message>
        <source>Makes the updates of matrices orthogonal: fast for transformers. Convolutions, embeddings, norms, biases and the last layer learn with AdamW.</source>
        <translation>使矩阵的更新正交化：Transformer 学得很快。卷积、嵌入、归一化、偏置和最后一层用 AdamW 学习。</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>MaxPool1d</source>
        <translation>MaxPool1d</translation>
    </message>
    <message>
        <source>MaxPool2d</source>
        <translation>MaxPool2d</translation>
    </message>
    <message>
        <source>MaxPool3d</source>
        <translation>MaxPool3d</translation>
    </message>
    <message>
        <source>MaxPooling1D, max pooling, downsample</source>
        <translation>一维最大池化, 最大池化, 下采样</translation>
    </message>
    <message>
        <source>MaxPooling2D, max pooling, downsample</source>
        <translation>二维最大池化, 最大池化, 下采样, 最大汇聚</translation>
    </message>
    <message>
        <source>MaxPooling3D, max pooling, downsample</source>
        <translation>三维最大池化, 最大池化, 下采样</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>Mean and standard deviation of {folds} folds: {figures}; best fold: {best}</source>
        <translation>{folds} 折的均值和标准差：{figures}；最好的一折：{best}</translation>
    </message>
    <message>
        <source>Mean of {feature}</source>
        <translation>{feature}的均值</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Mean {mean}.</source>
        <translation>均值 {mean}。</translation>
    </message>
    <message>
        <source>Measure for some seconds how this network trains fastest</source>
        <translation>花几秒测量这个网络怎样训练最快</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>Measuring how fast steps are</source>
        <translation>正在测量各步的速度</translation>
    </message>
    <message>
        <source>Measuring lengths of texts</source>
        <translation>正在测量文本长度</translation>
    </message>
    <message>
        <source>Measuring the data</source>
        <translation>正在测量数据</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>Mel bands</source>
        <translation>梅尔频带数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Memory &lt;b&gt;{size}&lt;/b&gt; at batch {batch}</source>
        <translation>内存 &lt;b&gt;{size}&lt;/b&gt;（批大小 {batch}）</translation>
    </message>
    <message>
        <source>Mend the problems first: they are listed below.</source>
        <translation>请先解决问题：问题列在下方。</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单 (F10)</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并方式</translation>
    </message>
    <message>
        <source>Merge into one</source>
        <translation>合并为一个</translation>
    </message>
    <message>
        <source>Minimum count</source>
        <translation>最少次数</translation>
    </message>
    <message>
        <source>Mirror image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Mirrors pictures; not for digits and letters, which change their meaning.</source>
        <translation>镜像翻转图片；不适用于数字和字母，它们的含义会改变。</translation>
    </message>
    <message>
        <source>Mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Missing categories</source>
        <translation>缺失的类别</translation>
    </message>
    <message>
        <source>Missing numbers</source>
        <translation>缺失的数</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>MixUp</source>
        <translation>MixUp</translation>
    </message>
    <message>
        <source>Mixed precision computes products with 16 bits: much faster on recent GPUs, seldom on CPUs.</source>
        <translation>混合精度用 16 位计算乘积：在新显卡上快得多，在 CPU 上很少更快。</translation>
    </message>
    <message>
        <source>MobileNet style</source>
        <translation>MobileNet 风格</translation>
    </message>
    <message>
        <source>MobileNet, clipped ReLU</source>
        <translation>截断 ReLU, 限幅</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Momentum decay</source>
        <translation>动量衰减</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>监控指标</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More than one layer is called {name}. Give each a name of its own.</source>
        <translation>有多层名为 {name}，请给每层起不同的名称。</translation>
    </message>
    <message>
        <source>More to do with this run</source>
        <translation>对这次训练的更多操作</translation>
    </message>
    <message>
        <source>Most calculation is in {layer}: {share} % of all.</source>
        <translation>计算量最大的是 {layer}：占全部的 {share} %。</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>最常见</translation>
    </message>
    <message>
        <source>Most parameters are in {layer}: {share} % of all.</source>
        <translation>参数最多的是 {layer}：占全部的 {share} %。</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move to the branch beside</source>
        <translation>移到旁边的分支</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move {dropout} behind {norm}</source>
        <translation>把 {dropout} 移到 {norm} 之后</translation>
    </message>
    <message>
        <source>Move {layers}</source>
        <translation>移动 {layers}</translation>
    </message>
    <message>
        <source>Move {step}</source>
        <translation>移动{step}</translation>
    </message>
    <message>
        <source>Moving (EMA)</source>
        <translation>滑动平均（EMA）</translation>
    </message>
    <message>
        <source>Multi-step</source>
        <translation>多步下降</translation>
    </message>
    <message>
        <source>MultiheadAttention</source>
        <translation>MultiheadAttention</translation>
    </message>
    <message>
        <source>Multiplies each feature of a sequence by a factor of its own.</source>
        <translation>给序列的每个特征各乘上一个倍数。</translation>
    </message>
    <message>
        <source>Multiplies each number by noise around 1 while training, as strong as dropout with the same probability.</source>
        <translation>训练时给每个数乘上 1 附近的噪声，强度与相同概率的丢弃相当。</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>Muon</source>
        <translation>Muon</translation>
    </message>
    <message>
        <source>My blocks</source>
        <translation>我的块</translation>
    </message>
    <message>
        <source>My own data</source>
        <translation>我自己的数据</translation>
    </message>
    <message>
        <source>My own points</source>
        <translation>我自己的点</translation>
    </message>
    <message>
        <source>NAdam</source>
        <translation>NAdam</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name in the exported code</source>
        <translation>导出代码中的名称</translation>
    </message>
    <message>
        <source>Name of the block</source>
        <translation>块的名称</translation>
    </message>
    <message>
        <source>Natural size</source>
        <translation>原始大小</translation>
    </message>
    <message>
        <source>Natural size (Ctrl+0)</source>
        <translation>原始大小 (Ctrl+0)</translation>
    </message>
    <message>
        <source>Near duplicates</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>Nearly half the squared error for small errors and the absolute one for large ones, without a corner between them.</source>
        <translation>误差小时近似平方误差的一半，误差大时近似绝对误差，两者之间没有拐角。</translation>
    </message>
    <message>
        <source>Negative slope</source>
        <translation>负半轴斜率</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Nesterov needs momentum and no dampening. Set momentum above 0 and dampening to 0, or switch Nesterov off.</source>
        <translation>Nesterov 要求有动量而没有阻尼。请把动量设为大于 0、阻尼设为 0，或关闭 Nesterov。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Network, data and training are the same</source>
        <translation>网络、数据和训练都相同</translation>
    </message>
    <message>
        <source>Never cross</source>
        <translation>不跨越</translation>
    </message>
    <message>
        <source>Never predicted: {classes}. The network gives no validation sample this class. Rare classes need more samples, or class weights.</source>
        <translation>从未预测过：{classes}。网络没有把任何验证样本判为这个类别。稀少的类别需要更多样本或类别权重。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New project: {template}</source>
        <translation>新项目：{template}</translation>
    </message>
    <message>
        <source>Newton–Schulz steps</source>
        <translation>Newton–Schulz 步数</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No GPU is used: the CPU is chosen. {gpu} could be chosen instead.</source>
        <translation>没有使用显卡：选择了 CPU。可以改选 {gpu}。</translation>
    </message>
    <message>
        <source>No GPU is used: there is none.</source>
        <translation>没有使用显卡：这台电脑没有。</translation>
    </message>
    <message>
        <source>No GPU is used: {reason}.</source>
        <translation>没有使用显卡：{reason}。</translation>
    </message>
    <message>
        <source>No GPU is used: {reason}. {remedy}</source>
        <translation>没有使用显卡：{reason}。{remedy}</translation>
    </message>
    <message>
        <source>No column holds dates, so the rows are taken as equally far apart in time.</source>
        <translation>没有存放日期的列，因此各行视为时间间隔相等。</translation>
    </message>
    <message>
        <source>No column looks like something to predict. Choose the target column, with --target on the command line.</source>
        <translation>没有一列看起来适合预测。请选择目标列，命令行中用 --target。</translation>
    </message>
    <message>
        <source>No column of the table says anything: give one the role of a number or a category.</source>
        <translation>表格中没有一列能提供信息：请把某一列的角色设为数或类别。</translation>
    </message>
    <message>
        <source>No column of {table} names pictures of the folder (its columns are {columns}). Choose a table with a column of file names.</source>
        <translation>{table} 没有一列写有文件夹中图片的名字（它的列为 {columns}）。请选择有文件名列的表格。</translation>
    </message>
    <message>
        <source>No data set is called so.</source>
        <translation>没有叫这个名字的数据集。</translation>
    </message>
    <message>
        <source>No errors. Choose a cell to see its samples.</source>
        <translation>没有错误。选择一个单元格可查看其中的样本。</translation>
    </message>
    <message>
        <source>No file is chosen yet. Choose one under Data set, or with --data.</source>
        <translation>还没有选择文件。请在“数据集”中选择，或用 --data。</translation>
    </message>
    <message>
        <source>No file is chosen yet. Choose one, or drop it here.</source>
        <translation>还没有选择文件。请选择一个，或拖到这里。</translation>
    </message>
    <message>
        <source>No folder is chosen yet. Choose one under Data set, or with --data.</source>
        <translation>还没有选择文件夹。请在“数据集”中选择，或用 --data。</translation>
    </message>
    <message>
        <source>No folder is chosen yet. Choose one, or drop it here.</source>
        <translation>还没有选择文件夹。请选择一个，或拖到这里。</translation>
    </message>
    <message>
        <source>No layer is called or does “{query}”.</source>
        <translation>没有名称或用途与“{query}”相符的层。</translation>
    </message>
    <message>
        <source>No layer is called so.</source>
        <translation>没有这个名称的层。</translation>
    </message>
    <message>
        <source>No layer of the network has weights to learn. Add one, such as Linear.</source>
        <translation>网络中没有一层有可学习的权重。请添加一层，例如 Linear。</translation>
    </message>
    <message>
        <source>No layer selected</source>
        <translation>未选中任何层</translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation>还没有网络</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>No row of {file} has {width} cells like its header. Choose a table in which all rows have the same number of cells.</source>
        <translation>{file} 中没有一行像表头那样有 {width} 个单元格。请选择各行单元格数相同的表格。</translation>
    </message>
    <message>
        <source>No run folder can be made in {out} ({reason}). Choose another place.</source>
        <translation>无法在 {out} 中创建训练文件夹（{reason}）。请换一个位置。</translation>
    </message>
    <message>
        <source>No run is like that. Clear the filter to see all.</source>
        <translation>没有符合条件的训练。清除筛选可查看全部。</translation>
    </message>
    <message>
        <source>No token occurs {count} times in the {texts} training texts, so there is nothing to learn from. Lower the minimum count, or add texts.</source>
        <translation>没有一个词元在 {texts} 段训练文本中出现 {count} 次，因此无从学习。请降低最少次数，或增加文本。</translation>
    </message>
    <message>
        <source>No trained model yet</source>
        <translation>还没有训练好的模型</translation>
    </message>
    <message>
        <source>No training samples are left of {count}. Add samples, or lower the validation and test share.</source>
        <translation>{count} 个样本中没有剩下训练样本。请增加样本，或减小验证集和测试集的比例。</translation>
    </message>
    <message>
        <source>No window of the series has a known value to forecast behind it. Choose another column than {names}, or a smaller window.</source>
        <translation>序列的任何窗口之后都没有可预测的已知值。请选择 {names} 以外的列，或更小的窗口。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>None of the columns {names} holds numbers that could be forecast. Choose another table.</source>
        <translation>列 {names} 中没有可以预测的数。请选择其他表格。</translation>
    </message>
    <message>
        <source>None of the {count} files fits the pattern {pattern} for test files. Correct the pattern, or leave it empty.</source>
        <translation>{count} 个文件都不符合测试文件的模式 {pattern}。请改正该模式，或留空。</translation>
    </message>
    <message>
        <source>None of the {count} files in {folder} could be read as a picture ({first}: {reason}). Put JPEG or PNG pictures there.</source>
        <translation>{folder} 中的 {count} 个文件都无法作为图片读取（{first}：{reason}）。请在其中放入 JPEG 或 PNG 图片。</translation>
    </message>
    <message>
        <source>None of the {count} files in {folder} could be read as a sound ({first}: {reason}). Put WAV or FLAC files into the class folders.</source>
        <translation>{folder} 中的 {count} 个文件都无法作为声音读取（{first}：{reason}）。请在类别文件夹中放入 WAV 或 FLAC 文件。</translation>
    </message>
    <message>
        <source>None of the {count} files in {folder} could be read as a text ({first}: {reason}). Put .txt files into the class folders.</source>
        <translation>{folder} 中的 {count} 个文件都无法作为文本读取（{first}：{reason}）。请在类别文件夹中放入 .txt 文件。</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Normalise first</source>
        <translation>先归一化</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Not in the file, so they start anew: {names}.</source>
        <translation>文件中没有，因此重新开始：{names}。</translation>
    </message>
    <message>
        <source>Not while a network is trained: it needs the machine.</source>
        <translation>网络训练时不可用：训练需要这台机器。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note about the run</source>
        <translation>这次训练的备注</translation>
    </message>
    <message>
        <source>Note on this layer</source>
        <translation>这一层的备注</translation>
    </message>
    <message>
        <source>Note: what you tried, and what came of it</source>
        <translation>备注：试了什么，结果如何</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>注意：{text}</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nothing in {path} fits the network: no name and shape agree, nor do their order and shapes. Choose the weights of a network like this one, or none.</source>
        <translation>{path} 中没有适合这个网络的权重：名称与形状不符，顺序与形状也不符。请选择类似网络的权重，或不选。</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>没有这个名称。</translation>
    </message>
    <message>
        <source>Nothing is kept on the disk yet. Pictures that take long to decode are kept there, so that they are there at once the next time.</source>
        <translation>磁盘上还没有保存任何内容。解码耗时的图片会保存在那里，下次可立即使用。</translation>
    </message>
    <message>
        <source>Nothing is lost: the training waits until there is a place to write to.</source>
        <translation>什么也没有丢失：训练会等待，直到有地方可写。</translation>
    </message>
    <message>
        <source>Nothing is off with the training</source>
        <translation>训练没有异常</translation>
    </message>
    <message>
        <source>Nothing was found that needs your attention.</source>
        <translation>没有发现需要注意的问题。</translation>
    </message>
    <message>
        <source>Nothing: what comes in goes out unchanged.</source>
        <translation>什么也不做：输入原样输出。</translation>
    </message>
    <message>
        <source>Notice: {text}</source>
        <translation>提示：{text}</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>Number precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>Numbers further from the middle half of a column than three times its width are kept, or brought to that distance.</source>
        <translation>离列的中间一半超过其宽度三倍的数会保留，或拉回到这个距离。</translation>
    </message>
    <message>
        <source>Of another shape, so they start anew: {names}.</source>
        <translation>形状不同，因此重新开始：{names}。</translation>
    </message>
    <message>
        <source>Of the last epochs (SWA)</source>
        <translation>最后几轮（SWA）</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>On other samples of this kind the accuracy lies between {low} and {high} % with 95 % confidence (Wilson&apos;s interval).</source>
        <translation>在同类的其他样本上，准确率以 95 % 的置信度介于 {low} % 和 {high} % 之间（Wilson 区间）。</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>在磁盘上</translation>
    </message>
    <message>
        <source>One block of a Transformer: attention between the steps, then a small network for each step, both with shortcut and LayerNorm.</source>
        <translation>一个 Transformer 块：先在各步之间做注意力，再对每一步用一个小网络，二者都带捷径和 LayerNorm。</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>One number comes out.</source>
        <translation>输出 1 个数。</translation>
    </message>
    <message>
        <source>One random change of random strength for each picture; nothing to set.</source>
        <translation>每张图片做一次强度随机的随机变化；无需设置。</translation>
    </message>
    <message>
        <source>One sample of {shape} goes into the network: {words}.</source>
        <translation>一个 {shape} 的样本进入网络：{words}。</translation>
    </message>
    <message>
        <source>One sequence has missing values; the last known one stands for each.</source>
        <translation>有一个序列含有缺失值；用上一个已知值代替。</translation>
    </message>
    <message>
        <source>One slope per channel</source>
        <translation>每通道一个斜率</translation>
    </message>
    <message>
        <source>One step up or down</source>
        <translation>上移或下移一步</translation>
    </message>
    <message>
        <source>Only neighbouring layers can be wrapped.</source>
        <translation>只有相邻的层才能一起放入容器。</translation>
    </message>
    <message>
        <source>Only the training part is varied, anew in every epoch; nothing is stored.</source>
        <translation>只改变训练集，每轮重新改变；不保存任何内容。</translation>
    </message>
    <message>
        <source>Only what it remembers at the end, as a flat vector, or what it says at every step.</source>
        <translation>只要最后所记住的内容（一维向量），还是要每一步的输出。</translation>
    </message>
    <message>
        <source>Only {count} of them are read; the rest is grey.</source>
        <translation>只读取其中 {count} 个；其余显示为灰色。</translation>
    </message>
    <message>
        <source>Only {count} of {total} training samples are learned from, as chosen.</source>
        <translation>按照选择，只从 {total} 个训练样本中的 {count} 个学习。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a trained model</source>
        <translation>打开训练好的模型</translation>
    </message>
    <message>
        <source>Open a trained model…</source>
        <translation>打开训练好的模型…</translation>
    </message>
    <message>
        <source>Open as new project</source>
        <translation>作为新项目打开</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open its project as a new one</source>
        <translation>把它的项目作为新项目打开</translation>
    </message>
    <message>
        <source>Open or close a container</source>
        <translation>展开或折叠容器</translation>
    </message>
    <message>
        <source>Open project or model…</source>
        <translation>打开项目或模型…</translation>
    </message>
    <message>
        <source>Open trained model…</source>
        <translation>打开训练好的模型…</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>Opening {name}; a trained model waits until the engine is loaded.</source>
        <translation>正在打开 {name}；训练好的模型要等引擎加载完。</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Optimizer: {name}</source>
        <translation>优化器：{name}</translation>
    </message>
    <message>
        <source>Optimizer: {name}, learning rate {rate}</source>
        <translation>优化器：{name}，学习率 {rate}</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Order of the augmentation</source>
        <translation>数据增强的顺序</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>Other samples</source>
        <translation>换一批样本</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Outline of the network</source>
        <translation>网络大纲</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>输出填充</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>输出尺寸</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出数</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>图片之外</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间变化</translation>
    </message>
    <message>
        <source>Over-fitting on purpose</source>
        <translation>有意造成过拟合</translation>
    </message>
    <message>
        <source>Over-fitting: since epoch {epoch} the validation loss rises ({low:.3g} to {now:.3g}) while the training loss falls. The network learns the training samples by heart. More data, augmentation, dropout, weight decay or fewer epochs help.</source>
        <translation>过拟合：从第 {epoch} 轮起，验证损失上升（{low:.3g} 到 {now:.3g}），而训练损失下降。网络在死记训练样本。更多数据、数据增强、丢弃、权重衰减或更少的轮数会有帮助。</translation>
    </message>
    <message>
        <source>Oversampling</source>
        <translation>过采样</translation>
    </message>
    <message>
        <source>Own category</source>
        <translation>单独一类</translation>
    </message>
    <message>
        <source>Oxford flowers</source>
        <translation>牛津花卉</translation>
    </message>
    <message>
        <source>Oxford-IIIT pets</source>
        <translation>Oxford-IIIT 宠物</translation>
    </message>
    <message>
        <source>PREPARATION</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>PReLU</source>
        <translation>PReLU</translation>
    </message>
    <message>
        <source>Pad with black</source>
        <translation>补黑边</translation>
    </message>
    <message>
        <source>Padded with zeros</source>
        <translation>补零</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Padding mode</source>
        <translation>填充模式</translation>
    </message>
    <message>
        <source>Paints a small learned pattern for each pixel; a stride makes it larger.</source>
        <translation>为每个像素画上一个可学习的小图案；步幅使其变大。</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>并行块</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Parameters &lt;b&gt;{count}&lt;/b&gt;</source>
        <translation>参数 &lt;b&gt;{count}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Parameters &lt;b&gt;{count}&lt;/b&gt; so far</source>
        <translation>目前参数 &lt;b&gt;{count}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Parameters &lt;b&gt;{count}&lt;/b&gt;, {trainable} trainable</source>
        <translation>参数 &lt;b&gt;{count}&lt;/b&gt;，可训练 {trainable}</translation>
    </message>
    <message>
        <source>Parameters –</source>
        <translation>参数 –</translation>
    </message>
    <message>
        <source>Parameters …</source>
        <translation>参数 …</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>数据的哪一部分</translation>
    </message>
    <message>
        <source>Parts of words</source>
        <translation>词的组成部分</translation>
    </message>
    <message>
        <source>Passes its input through its layers several times, one copy after the other.</source>
        <translation>让输入依次通过其内部各层的若干份副本。</translation>
    </message>
    <message>
        <source>Passes the input on</source>
        <translation>原样传递输入</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste code…</source>
        <translation>粘贴代码…</translation>
    </message>
    <message>
        <source>Paste the code of a network here: PyTorch or Keras</source>
        <translation>在这里粘贴网络的代码：PyTorch 或 Keras</translation>
    </message>
    <message>
        <source>Paste {layers}</source>
        <translation>粘贴 {layers}</translation>
    </message>
    <message>
        <source>Pasted network</source>
        <translation>粘贴的网络</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Pastes a rectangle of another picture in; the target has shares by area.</source>
        <translation>粘贴另一张图片的一个矩形；目标按面积分配。</translation>
    </message>
    <message>
        <source>Patch size</source>
        <translation>小块大小</translation>
    </message>
    <message>
        <source>PatchEmbedding</source>
        <translation>图块嵌入</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心值</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused in epoch {epoch} of {epochs}</source>
        <translation>已暂停：第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
        <source>Penguins</source>
        <translation>企鹅</translation>
    </message>
    <message>
        <source>Percent of the samples of the true class</source>
        <translation>占真实类别样本的百分比</translation>
    </message>
    <message>
        <source>Permute</source>
        <translation>轴置换</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>透视</translation>
    </message>
    <message>
        <source>Photographs of two kinds</source>
        <translation>两类照片</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures (N, H, W), (N, H, W, C) or (N, C, H, W); a .npz holds their labels, too, and may hold x_train, y_train, x_test and y_test.</source>
        <translation>形如（N, H, W）、（N, H, W, C）或（N, C, H, W）的图片；.npz 中还存放标签，也可以存放 x_train、y_train、x_test 和 y_test。</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>Pictures and what came back of them</source>
        <translation>图片及其还原结果</translation>
    </message>
    <message>
        <source>Pictures whose labels stand in {table}</source>
        <translation>标签写在 {table} 中的图片</translation>
    </message>
    <message>
        <source>Pictures without classes; a network can give them back</source>
        <translation>没有类别的图片；网络可以把它们还原</translation>
    </message>
    <message>
        <source>Pixel by pixel</source>
        <translation>逐像素</translation>
    </message>
    <message>
        <source>Pixel error</source>
        <translation>像素误差</translation>
    </message>
    <message>
        <source>Pixel noise</source>
        <translation>像素噪声</translation>
    </message>
    <message>
        <source>PixelShuffle</source>
        <translation>PixelShuffle</translation>
    </message>
    <message>
        <source>PixelUnshuffle</source>
        <translation>PixelUnshuffle</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Place in time</source>
        <translation>时间位置</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>游乐场</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Plus and minus zoom, the arrow keys move, Home shows the whole plot.</source>
        <translation>加减号缩放，方向键移动，Home 显示整张图。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Points in the plane</source>
        <translation>平面上的点</translation>
    </message>
    <message>
        <source>Points in the plane: watch the boundary bend as the network learns.</source>
        <translation>平面上的点：看边界如何随着网络的学习而弯曲。</translation>
    </message>
    <message>
        <source>Points in time are absent at {count} places (after {examples}); no window crosses them.</source>
        <translation>有 {count} 处缺少时间点（在 {examples} 之后）；没有窗口跨越它们。</translation>
    </message>
    <message>
        <source>Points in time are absent at {count} places (after {examples}); rows without values are put in.</source>
        <translation>有 {count} 处缺少时间点（在 {examples} 之后）；会补入没有值的行。</translation>
    </message>
    <message>
        <source>Points in time are absent at {count} places (after {examples}); the rows around each count as neighbours.</source>
        <translation>有 {count} 处缺少时间点（在 {examples} 之后）；每处前后的行视为相邻。</translation>
    </message>
    <message>
        <source>Points that you click into the plane.</source>
        <translation>在平面上点击添加的点。</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>多项式</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>PositionalEncoding</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>幂次</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Predicted files</source>
        <translation>已预测的文件</translation>
    </message>
    <message>
        <source>Predicted number</source>
        <translation>预测的数</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>正在预测</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Predictions against the truth</source>
        <translation>预测与真实值</translation>
    </message>
    <message>
        <source>Predicts a number from the columns of a table, such as a price.</source>
        <translation>根据表格的各列预测一个数，例如价格。</translation>
    </message>
    <message>
        <source>Predicts a number, such as a price, from the other columns of a table.</source>
        <translation>根据表格的其他列预测一个数，例如价格。</translation>
    </message>
    <message>
        <source>Predicts a value below which a given share of the targets lies, instead of their mean.</source>
        <translation>预测的值使给定比例的目标低于它，而不是预测目标的均值。</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>准备中…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Progress is watched on the validation part; the test part gives the final figure. Nothing is learned from either.</source>
        <translation>在验证集上观察进展；测试集给出最终成绩。两者都不用于学习。</translation>
    </message>
    <message>
        <source>Progress of the whole run: {percent}</source>
        <translation>整个训练的进度：{percent}</translation>
    </message>
    <message>
        <source>Projects ({patterns})</source>
        <translation>项目 ({patterns})</translation>
    </message>
    <message>
        <source>Projects, trained models and code ({patterns})</source>
        <translation>项目、训练好的模型和代码 ({patterns})</translation>
    </message>
    <message>
        <source>Put the panels back</source>
        <translation>恢复面板布局</translation>
    </message>
    <message>
        <source>Put the run&apos;s project into the editor; undo takes it back</source>
        <translation>把这次训练的项目放进编辑器；撤销可恢复</translation>
    </message>
    <message>
        <source>Put this notice aside</source>
        <translation>不再显示这条提示</translation>
    </message>
    <message>
        <source>Puts a learned vector before the first step, in which attention gathers what the whole sequence says; SelectStep takes it out at the end.</source>
        <translation>在第一步之前放一个可学习的向量，注意力会把整个序列的内容汇集到其中；最后用“选取步”取出它。</translation>
    </message>
    <message>
        <source>Puts some pictures out of focus, some more than others.</source>
        <translation>使一些图片失焦，程度各不相同。</translation>
    </message>
    <message>
        <source>Puts the axes in another order: 2, 1 swaps time and features of a sequence.</source>
        <translation>改变各轴的顺序：2, 1 交换序列的时间轴和特征轴。</translation>
    </message>
    <message>
        <source>Puts the same numbers, in their order, into another shape: one size makes a vector, two a sequence, three a picture, four a volume.</source>
        <translation>把同样的数按原有次序放进另一种形状：一个尺寸为向量，两个为序列，三个为图像，四个为体数据。</translation>
    </message>
    <message>
        <source>PyTorch code of the network</source>
        <translation>网络的 PyTorch 代码</translation>
    </message>
    <message>
        <source>PyTorch&apos;s own</source>
        <translation>PyTorch 默认</translation>
    </message>
    <message>
        <source>Python code (*.py)</source>
        <translation>Python 代码 (*.py)</translation>
    </message>
    <message>
        <source>Python code and notebooks ({patterns})</source>
        <translation>Python 代码和笔记本 ({patterns})</translation>
    </message>
    <message>
        <source>QMNIST digits</source>
        <translation>QMNIST 数字</translation>
    </message>
    <message>
        <source>Quantile</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Quietest</source>
        <translation>最轻</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>RAdam</source>
        <translation>RAdam</translation>
    </message>
    <message>
        <source>READING</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>RMSNorm</source>
        <translation>RMSNorm</translation>
    </message>
    <message>
        <source>RMSNormalization, root mean square</source>
        <translation>均方根归一化</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>RNN</source>
        <translation>RNN</translation>
    </message>
    <message>
        <source>RandAugment</source>
        <translation>RandAugment</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Random crop</source>
        <translation>随机裁剪</translation>
    </message>
    <message>
        <source>Rare categories</source>
        <translation>稀少的类别</translation>
    </message>
    <message>
        <source>Rate decay</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>Rate {rate}</source>
        <translation>学习率 {rate}</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>ReLU that stops at 6, which suits small and low-precision networks.</source>
        <translation>到 6 为止的 ReLU，适合小型和低精度网络。</translation>
    </message>
    <message>
        <source>ReLU6</source>
        <translation>ReLU6</translation>
    </message>
    <message>
        <source>Read as: {source}</source>
        <translation>读取方式：{source}</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>正在读取数据</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>正在读取模型</translation>
    </message>
    <message>
        <source>Reading the pictures</source>
        <translation>正在读取图片</translation>
    </message>
    <message>
        <source>Reading the test part</source>
        <translation>正在读取测试集</translation>
    </message>
    <message>
        <source>Reading the training part</source>
        <translation>正在读取训练集</translation>
    </message>
    <message>
        <source>Reading the validation part</source>
        <translation>正在读取验证集</translation>
    </message>
    <message>
        <source>Reading the weights…</source>
        <translation>正在读取权重…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Reads a picture row by row, as a text is read word by word.</source>
        <translation>逐行读取图像，就像逐词阅读文本。</translation>
    </message>
    <message>
        <source>Reads a picture step by step, so that layers for sequences can work on it.</source>
        <translation>逐步读取图像，使序列层可以处理它。</translation>
    </message>
    <message>
        <source>Reads a sequence step by step like LSTM, with two gates and fewer weights.</source>
        <translation>像 LSTM 一样逐步读取序列，但只有两个门，权重更少。</translation>
    </message>
    <message>
        <source>Reads a sequence step by step, mixing each step with what it remembers; it forgets soon.</source>
        <translation>逐步读取序列，把每一步与所记住的内容混合；很快就会遗忘。</translation>
    </message>
    <message>
        <source>Reads a sequence step by step; gates learn what to keep in its memory and what to forget.</source>
        <translation>逐步读取序列；门控学习记住什么、忘记什么。</translation>
    </message>
    <message>
        <source>Reads messages word by word, in both directions, and finds the spam.</source>
        <translation>从两个方向逐词阅读短信，找出垃圾短信。</translation>
    </message>
    <message>
        <source>Reads the last 24 hours and says how much fine dust the next one brings.</source>
        <translation>阅读最近 24 小时的数据，说出下一小时有多少细颗粒物。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Recent file</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Receptive field: how much of the input one output number sees</source>
        <translation>感受野：一个输出数能看到多大范围的输入</translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <translation>还原结果</translation>
    </message>
    <message>
        <source>Reconstructions while training</source>
        <translation>训练中的还原结果</translation>
    </message>
    <message>
        <source>Reconstructions, worst first</source>
        <translation>还原结果，最差的在前</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Record a sound, try a test sample, or choose or drop a file.</source>
        <translation>录一段声音，试一个测试样本，或者选择或拖入一个文件。</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>重做：{step}</translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <translation>停滞时降低</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>压缩比</translation>
    </message>
    <message>
        <source>ReflectionPad1d</source>
        <translation>ReflectionPad1d</translation>
    </message>
    <message>
        <source>ReflectionPad2d</source>
        <translation>ReflectionPad2d</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Remarks on the code</source>
        <translation>对代码的说明</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Remove the note on {layers}</source>
        <translation>移除 {layers} 的备注</translation>
    </message>
    <message>
        <source>Remove this branch and its layers</source>
        <translation>移除这个分支及其中的层</translation>
    </message>
    <message>
        <source>Remove {branch}</source>
        <translation>移除{branch}</translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation>移除 {layer}</translation>
    </message>
    <message>
        <source>Remove {setting}</source>
        <translation>移除 {setting}</translation>
    </message>
    <message>
        <source>Remove {step}</source>
        <translation>去掉{step}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename to {name}</source>
        <translation>重命名为 {name}</translation>
    </message>
    <message>
        <source>Rename {layer}</source>
        <translation>重命名 {layer}</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Renewing batch statistics</source>
        <translation>正在更新批统计量</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复块</translation>
    </message>
    <message>
        <source>Replace the network</source>
        <translation>替换网络</translation>
    </message>
    <message>
        <source>Replaces each channel by its largest value and leaves a flat vector.</source>
        <translation>用每个通道的最大值代替该通道，得到一个一维向量。</translation>
    </message>
    <message>
        <source>Replaces each channel by its mean and leaves a flat vector.</source>
        <translation>用每个通道的平均值代替该通道，得到一个一维向量。</translation>
    </message>
    <message>
        <source>Replaces each window by its mean, so that the picture shrinks.</source>
        <translation>用每个窗口的平均值代替该窗口，图像随之缩小。</translation>
    </message>
    <message>
        <source>Replaces each window by its mean, so that the sequence gets shorter.</source>
        <translation>用每个窗口的平均值代替该窗口，序列随之变短。</translation>
    </message>
    <message>
        <source>Replaces each window by its mean, so that the volume shrinks.</source>
        <translation>用每个窗口的平均值代替该窗口，体数据随之缩小。</translation>
    </message>
    <message>
        <source>ReplicationPad1d</source>
        <translation>ReplicationPad1d</translation>
    </message>
    <message>
        <source>ReplicationPad2d</source>
        <translation>ReplicationPad2d</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>ResNet, skip connection, shortcut, Add</source>
        <translation>残差连接, 跳跃连接, 残差网络, 相加</translation>
    </message>
    <message>
        <source>ResNet-20</source>
        <translation>ResNet-20</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>改变形状</translation>
    </message>
    <message>
        <source>Reshaping</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差块</translation>
    </message>
    <message>
        <source>Resized crop</source>
        <translation>缩放裁剪</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>冷却轮数</translation>
    </message>
    <message>
        <source>Restore its project</source>
        <translation>恢复它的项目</translation>
    </message>
    <message>
        <source>Restore the run “{name}”</source>
        <translation>恢复训练“{name}”</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Rho</source>
        <translation>Rho</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>上升占比</translation>
    </message>
    <message>
        <source>Rises to the learning rate and falls to almost nothing; often learns in few epochs what takes many otherwise.</source>
        <translation>升到学习率，再降到接近零；往往只用几轮就能学到原本需要很多轮的内容。</translation>
    </message>
    <message>
        <source>Robust</source>
        <translation>稳健</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Round heaps, which straight lines tell apart.</source>
        <translation>圆形团簇，直线即可分开。</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>向上取整</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>逐行</translation>
    </message>
    <message>
        <source>Rows in which a value is missing are left out ({count}).</source>
        <translation>含有缺失值的行已略去（{count} 行）。</translation>
    </message>
    <message>
        <source>Rows that do not have {width} cells like the header are left out ({count}): {rows}.</source>
        <translation>单元格数不是表头的 {width} 个的行已略去（{count} 行）：{rows}。</translation>
    </message>
    <message>
        <source>Rows with the same time as one before are left out: {count}.</source>
        <translation>与前面某行时间相同的行已略去：{count} 行。</translation>
    </message>
    <message>
        <source>Rows without a class are left out: {count}.</source>
        <translation>没有类别的行已略去：{count} 行。</translation>
    </message>
    <message>
        <source>Rows without a time are left out: {count}.</source>
        <translation>没有时间的行已略去：{count} 行。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Runs are kept here when you train</source>
        <translation>训练之后，记录会保存在这里</translation>
    </message>
    <message>
        <source>Runs page</source>
        <translation>训练记录页</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>SE block, SENet, channel attention, gate</source>
        <translation>压缩与激励, SE 模块, 通道注意力, 门控</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>SELU, SpatialAlphaDropout</source>
        <translation>通道丢弃, 自归一化</translation>
    </message>
    <message>
        <source>SELU, self-normalising</source>
        <translation>自归一化, 丢弃</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SHAPE</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>SMS spam</source>
        <translation>垃圾短信</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>STL-10</source>
        <translation>STL-10</translation>
    </message>
    <message>
        <source>SVHN (numbers)</source>
        <translation>SVHN（数字）</translation>
    </message>
    <message>
        <source>SVHN house numbers</source>
        <translation>SVHN 门牌号</translation>
    </message>
    <message>
        <source>SWA start</source>
        <translation>SWA 起点</translation>
    </message>
    <message>
        <source>Same loudness</source>
        <translation>统一响度</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>采样率</translation>
    </message>
    <message>
        <source>Sample {number}: {label}, predicted {other}</source>
        <translation>样本 {number}：{label}，预测为 {other}</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Samples a second that all sounds are brought to; auto takes the most frequent rate, up to 16000.</source>
        <translation>所有声音统一到的每秒样本数；auto 取最常见的采样率，最高 16000。</translation>
    </message>
    <message>
        <source>Samples and their variations</source>
        <translation>样本及其变化</translation>
    </message>
    <message>
        <source>Samples of each class</source>
        <translation>每个类别的样本</translation>
    </message>
    <message>
        <source>Samples of the chosen cell</source>
        <translation>所选单元格的样本</translation>
    </message>
    <message>
        <source>Samples to use</source>
        <translation>使用的样本数</translation>
    </message>
    <message>
        <source>Samples with the largest errors</source>
        <translation>误差最大的样本</translation>
    </message>
    <message>
        <source>Samples: {names}</source>
        <translation>样本：{names}</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>保存 CSV…</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>保存为图片…</translation>
    </message>
    <message>
        <source>Save as block…</source>
        <translation>保存为块…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save memory</source>
        <translation>节省内存</translation>
    </message>
    <message>
        <source>Save predictions</source>
        <translation>保存预测结果</translation>
    </message>
    <message>
        <source>Save the analysis</source>
        <translation>保存分析</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>要保存对“{name}”的更改吗？</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>保存代码</translation>
    </message>
    <message>
        <source>Save the code as a Python file</source>
        <translation>把代码保存为 Python 文件</translation>
    </message>
    <message>
        <source>Save the explanation</source>
        <translation>保存说明</translation>
    </message>
    <message>
        <source>Save the explanation as Markdown</source>
        <translation>把说明保存为 Markdown</translation>
    </message>
    <message>
        <source>Save the matrix</source>
        <translation>保存矩阵</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>保存图像</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Save the run elsewhere…</source>
        <translation>把训练保存到别处…</translation>
    </message>
    <message>
        <source>Save the table of runs</source>
        <translation>保存训练记录表</translation>
    </message>
    <message>
        <source>Save the trained model</source>
        <translation>保存训练好的模型</translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>Save the values as a table…</source>
        <translation>把数值保存为表格…</translation>
    </message>
    <message>
        <source>Save trained model…</source>
        <translation>保存训练好的模型…</translation>
    </message>
    <message>
        <source>Saved to {path}.</source>
        <translation>已保存到 {path}。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Says how a time series goes on.</source>
        <translation>预测时间序列接下来如何发展。</translation>
    </message>
    <message>
        <source>Says which class a picture belongs to.</source>
        <translation>判断图片属于哪个类别。</translation>
    </message>
    <message>
        <source>Says which class a point belongs to; the boundary is drawn as it is learned.</source>
        <translation>判断点属于哪个类别；边学习边画出边界。</translation>
    </message>
    <message>
        <source>Says which class a row of a table belongs to, from its other columns.</source>
        <translation>根据表格的其他列判断一行属于哪个类别。</translation>
    </message>
    <message>
        <source>Says which class a sequence of numbers belongs to.</source>
        <translation>判断数的序列属于哪个类别。</translation>
    </message>
    <message>
        <source>Says which class a sound belongs to.</source>
        <translation>判断声音属于哪个类别。</translation>
    </message>
    <message>
        <source>Says which class a text belongs to.</source>
        <translation>判断文本属于哪个类别。</translation>
    </message>
    <message>
        <source>Says which of several things a picture shows.</source>
        <translation>判断图片中有若干事物中的哪些。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Scale factor</source>
        <translation>缩放倍数</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Search data sets</source>
        <translation>搜索数据集</translation>
    </message>
    <message>
        <source>Search layers</source>
        <translation>搜索层</translation>
    </message>
    <message>
        <source>Search layers to add</source>
        <translation>搜索要添加的层</translation>
    </message>
    <message>
        <source>Search layers…</source>
        <translation>搜索层…</translation>
    </message>
    <message>
        <source>Search samples</source>
        <translation>搜索样本</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>Select a layer of the network to see what it does and change its settings.</source>
        <translation>选中网络中的一层，即可查看它的作用并更改设置。</translation>
    </message>
    <message>
        <source>Select a run to look at it, or several to compare them</source>
        <translation>选择一次训练可查看，选择多次可比较</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select more layers</source>
        <translation>选择更多层</translation>
    </message>
    <message>
        <source>SelectStep</source>
        <translation>选取步</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选取</translation>
    </message>
    <message>
        <source>Separable convolutions: nearly as good with a fraction of the work.</source>
        <translation>可分离卷积：效果相近，计算量却少得多。</translation>
    </message>
    <message>
        <source>SeparableConv2D, SeparableConvolution2D, MobileNet, pointwise, depthwise</source>
        <translation>深度可分离卷积, 可分离卷积, 逐点卷积</translation>
    </message>
    <message>
        <source>SeparableConv2d</source>
        <translation>SeparableConv2d</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Sequence CNN</source>
        <translation>序列 CNN</translation>
    </message>
    <message>
        <source>Sequence classification</source>
        <translation>序列分类</translation>
    </message>
    <message>
        <source>Sequence file</source>
        <translation>序列文件</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>时间序列</translation>
    </message>
    <message>
        <source>Set it to 1</source>
        <translation>设为 1</translation>
    </message>
    <message>
        <source>Set the batch size to {size}</source>
        <translation>把批大小设为 {size}</translation>
    </message>
    <message>
        <source>Set {setting} of {before} to {value}</source>
        <translation>把 {before} 的{setting}设为 {value}</translation>
    </message>
    <message>
        <source>Set {setting} to {value}</source>
        <translation>把{setting}设为 {value}</translation>
    </message>
    <message>
        <source>Sets a random part of its input to zero while training, so that no unit is relied on.</source>
        <translation>训练时随机把一部分输入置零，使网络不依赖任何单个神经元。</translation>
    </message>
    <message>
        <source>Sets all numbers of a random part of the samples to zero while training; at the end of a Residual, those samples skip the block.</source>
        <translation>训练时随机把一部分样本的所有数置零；放在残差块末尾时，这些样本会跳过该块。</translation>
    </message>
    <message>
        <source>Sets whole channels of a picture to zero while training; neighbouring numbers within one say nearly the same, so that dropping them singly would do little.</source>
        <translation>训练时把图像的整个通道置零；同一通道内相邻的数含义相近，逐个丢弃作用不大。</translation>
    </message>
    <message>
        <source>Sets whole channels of a volume to zero while training.</source>
        <translation>训练时把体数据的整个通道置零。</translation>
    </message>
    <message>
        <source>Sets whole features of a sequence to zero while training, the same ones at all steps.</source>
        <translation>训练时把序列的某些特征整体置零，各步都是相同的特征。</translation>
    </message>
    <message>
        <source>Settings: {settings}.</source>
        <translation>设置：{settings}。</translation>
    </message>
    <message>
        <source>Several columns have the same name ({names}); a number was added to the later ones.</source>
        <translation>有几列同名（{names}）；后面的列名加上了编号。</translation>
    </message>
    <message>
        <source>Several labels per image</source>
        <translation>每张图片多个标签</translation>
    </message>
    <message>
        <source>Several processes cannot train on the device {name}. Use cuda, where each takes a GPU of its own, or cpu.</source>
        <translation>多个进程无法在设备 {name} 上训练。请用 cuda（每个进程各用一块显卡）或 cpu。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Shape of a sample</source>
        <translation>单个样本的形状</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Share below</source>
        <translation>低于预测的比例</translation>
    </message>
    <message>
        <source>Share of words</source>
        <translation>词的比例</translation>
    </message>
    <message>
        <source>Share to use</source>
        <translation>使用的比例</translation>
    </message>
    <message>
        <source>Share weights</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Shift in time</source>
        <translation>时间平移</translation>
    </message>
    <message>
        <source>Shifts and scales each channel of a picture to mean 0 and variance 1.</source>
        <translation>平移并缩放图像的每个通道，使均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Shifts and scales each channel of a volume to mean 0 and variance 1.</source>
        <translation>平移并缩放体数据的每个通道，使均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Shifts and scales each channel to mean 0 and variance 1 over the batch.</source>
        <translation>在一批样本上平移并缩放每个通道，使均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Shifts and scales each feature of a sequence to mean 0 and variance 1.</source>
        <translation>平移并缩放序列的每个特征，使均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Shifts and scales each feature to mean 0 and variance 1 over the batch.</source>
        <translation>在一批样本上平移并缩放每个特征，使均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Shifts and scales each sample (each step, for sequences) to mean 0 and variance 1.</source>
        <translation>平移并缩放每个样本（序列则为每一步），使均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Shifts and scales groups of channels to mean 0 and variance 1; works with small batches.</source>
        <translation>平移并缩放各组通道，使均值为 0、方差为 1；小批量时也适用。</translation>
    </message>
    <message>
        <source>Shifts pictures by a few pixels: pads them and cuts the old size out again.</source>
        <translation>把图片移动几个像素：先填充，再裁出原来的大小。</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>捷径</translation>
    </message>
    <message>
        <source>Shorter texts are filled up with zeros, which every layer passes over: they change no answer.</source>
        <translation>较短的文本用零补齐，每一层都会跳过它们：它们不改变任何答案。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Show or hide what it holds</source>
        <translation>显示或隐藏其内容</translation>
    </message>
    <message>
        <source>Show the layer</source>
        <translation>显示这一层</translation>
    </message>
    <message>
        <source>Show the selected layers</source>
        <translation>显示选中的层</translation>
    </message>
    <message>
        <source>Show the stack&apos;s code</source>
        <translation>显示网络的代码</translation>
    </message>
    <message>
        <source>Show the whole plot again (also by a double click)</source>
        <translation>重新显示整张图（双击也可以）</translation>
    </message>
    <message>
        <source>Show the whole stack</source>
        <translation>显示整个网络</translation>
    </message>
    <message>
        <source>Shows pictures as if they were seen from the side.</source>
        <translation>使图片看起来像从侧面看到的一样。</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>SimpleRNN, recurrent, Elman, return_sequences</source>
        <translation>循环神经网络, 简单循环, 序列</translation>
    </message>
    <message>
        <source>Sines and cosines</source>
        <translation>正弦与余弦</translation>
    </message>
    <message>
        <source>Six people say the digits 0 to 9 in English; shipped with netstudio.</source>
        <translation>六个人用英语说数字 0 到 9；随 netstudio 提供。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of steps</source>
        <translation>步长方式</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>各轴尺寸</translation>
    </message>
    <message>
        <source>Slant</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Slides filters over each channel by itself and then mixes the channels: nearly a Conv2d with far fewer weights.</source>
        <translation>让卷积核在每个通道上单独滑动，再混合各通道：近似 Conv2d，但权重少得多。</translation>
    </message>
    <message>
        <source>Slides filters over each channel by itself, which takes very few weights.</source>
        <translation>让卷积核在每个通道上单独滑动，所需权重极少。</translation>
    </message>
    <message>
        <source>Slides small learned filters along time and finds the same pattern anywhere.</source>
        <translation>让可学习的小卷积核沿时间滑动，在任何位置都能找到相同的模式。</translation>
    </message>
    <message>
        <source>Slides small learned filters over a volume, such as a scan or a short film.</source>
        <translation>让可学习的小卷积核在体数据（如扫描影像或短视频）上滑动。</translation>
    </message>
    <message>
        <source>Slides small learned filters over the image; each makes one output channel.</source>
        <translation>让可学习的小卷积核在图像上滑动；每个卷积核产生一个输出通道。</translation>
    </message>
    <message>
        <source>Slight</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>Small CNN</source>
        <translation>小型 CNN</translation>
    </message>
    <message>
        <source>Small digits</source>
        <translation>小尺寸数字</translation>
    </message>
    <message>
        <source>Small numbers from a bell curve without its tails, the same for every layer, as Transformers use them. Biases start at zero.</source>
        <translation>从去掉两端的正态分布中取较小的数，每层都相同，如 Transformer 所用。偏置从零开始。</translation>
    </message>
    <message>
        <source>Small: nearly all of one sample and little of the other; 1: every share is equally likely.</source>
        <translation>小：几乎全是一个样本，另一个很少；1：每种比例的可能性相同。</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>缩小 (Ctrl+−)</translation>
    </message>
    <message>
        <source>Smallest area</source>
        <translation>最小面积</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translation>最小改善</translation>
    </message>
    <message>
        <source>Smallest class</source>
        <translation>最小的类别</translation>
    </message>
    <message>
        <source>Smallest part</source>
        <translation>最小部分</translation>
    </message>
    <message>
        <source>Smallest scale</source>
        <translation>最小尺度</translation>
    </message>
    <message>
        <source>Smooth curve</source>
        <translation>平滑曲线</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation>Softsign</translation>
    </message>
    <message>
        <source>Some categories have so few rows that hardly anything can be learned of them: {names}.</source>
        <translation>有些类别的行数太少，几乎学不到什么：{names}。</translation>
    </message>
    <message>
        <source>Some class names differ only in blanks or capital letters and are kept apart: {names}.</source>
        <translation>有些类别名只在空格或大小写上不同，仍作区分：{names}。</translation>
    </message>
    <message>
        <source>Some classes have samples in the validation or test part only, so that nothing is learned of them: {names}.</source>
        <translation>有些类别的样本只在验证集或测试集中，因此学不到它们：{names}。</translation>
    </message>
    <message>
        <source>Some numbers lie far from all others (column and how many): {names}.</source>
        <translation>有些数远离其他所有的数（列和个数）：{names}。</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({type}: {error}). Please report it with the details.</source>
        <translation>发生了不该发生的错误（{type}：{error}）。请附上详细信息报告此问题。</translation>
    </message>
    <message>
        <source>Sort, filter and compare all runs</source>
        <translation>排序、筛选和比较所有训练</translation>
    </message>
    <message>
        <source>Sound classification</source>
        <translation>声音分类</translation>
    </message>
    <message>
        <source>Sound folder</source>
        <translation>声音文件夹</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Sounds cannot be played or recorded here, because the library PortAudio is missing. Install it (on Debian and Ubuntu: libportaudio2) and try again.</source>
        <translation>由于缺少 PortAudio 库，这里无法播放或录制声音。请安装它（Debian 和 Ubuntu 上为 libportaudio2），然后重试。</translation>
    </message>
    <message>
        <source>Sounds cannot be read, because the library soundfile is missing. Install it with “pip install soundfile”.</source>
        <translation>由于缺少 soundfile 库，无法读取声音。请用“pip install soundfile”安装。</translation>
    </message>
    <message>
        <source>Sounds in which there is only silence: {count}. Look for a bad recording.</source>
        <translation>完全静音的声音：{count} 段。请检查是否录音失败。</translation>
    </message>
    <message>
        <source>Sounds longer than {seconds} seconds: {count}. Only their beginning is read.</source>
        <translation>超过 {seconds} 秒的声音：{count} 段。只读取其开头。</translation>
    </message>
    <message>
        <source>Sounds whose names begin with their class: {names}</source>
        <translation>名字以类别开头的声音：{names}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>SpatialDropout1D, spatial dropout</source>
        <translation>空间丢弃, 一维通道丢弃</translation>
    </message>
    <message>
        <source>SpatialDropout2D, spatial dropout</source>
        <translation>空间丢弃, 二维通道丢弃</translation>
    </message>
    <message>
        <source>SpatialDropout3D, spatial dropout</source>
        <translation>空间丢弃, 三维通道丢弃</translation>
    </message>
    <message>
        <source>SpecAugment</source>
        <translation>SpecAugment</translation>
    </message>
    <message>
        <source>Spectral norm</source>
        <translation>谱归一化</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>频谱图</translation>
    </message>
    <message>
        <source>Speeds that were measured</source>
        <translation>测得的速度</translation>
    </message>
    <message>
        <source>Spelling of classes</source>
        <translation>类别的写法</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Split and options</source>
        <translation>划分与选项</translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation>划分种子</translation>
    </message>
    <message>
        <source>Spoil {share} of the labels</source>
        <translation>弄错 {share} 的标签</translation>
    </message>
    <message>
        <source>Spoiled labels</source>
        <translation>弄错的标签</translation>
    </message>
    <message>
        <source>Spoken digits</source>
        <translation>读出的数字</translation>
    </message>
    <message>
        <source>Spoken digits (complete)</source>
        <translation>读出的数字（完整）</translation>
    </message>
    <message>
        <source>Spoken digits CNN</source>
        <translation>读出的数字 CNN</translation>
    </message>
    <message>
        <source>Spreads each step over several with learned filters; a stride makes it longer.</source>
        <translation>用可学习的卷积核把每一步扩展到多步；步幅使其变长。</translation>
    </message>
    <message>
        <source>Squeeze and excitation</source>
        <translation>压缩与激励</translation>
    </message>
    <message>
        <source>SqueezeExcitation</source>
        <translation>压缩激励</translation>
    </message>
    <message>
        <source>Squeezes a digit into 32 numbers and draws it again from them.</source>
        <translation>把一个数字压缩成 32 个数，再据此画出来。</translation>
    </message>
    <message>
        <source>Squeezes every number between 0 and 1.</source>
        <translation>把每个数压缩到 0 与 1 之间。</translation>
    </message>
    <message>
        <source>Squeezes every number between −1 and 1, more gently than Tanh.</source>
        <translation>把每个数压缩到 −1 与 1 之间，比 Tanh 更平缓。</translation>
    </message>
    <message>
        <source>Squeezes every number between −1 and 1.</source>
        <translation>把每个数压缩到 −1 与 1 之间。</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Stack beside the other view</source>
        <translation>把网络与另一视图并排</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Standard brings both coordinates to mean 0 and deviation 1.</source>
        <translation>标准：使两个坐标的均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start divisor</source>
        <translation>起始除数</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起始权重文件</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Started on {device}: {parameters} parameters; {train} training, {validation} validation and {test} test samples; run folder {run}</source>
        <translation>已在 {device} 上开始：{parameters} 个参数；训练样本 {train} 个，验证样本 {validation} 个，测试样本 {test} 个；训练文件夹 {run}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps added at the start and at the end; one number stands for both.</source>
        <translation>在开头和结尾添加的步数；只填一个数则两端相同。</translation>
    </message>
    <message>
        <source>Steps against the gradient, with momentum; simple, and best when tuned.</source>
        <translation>沿梯度的反方向前进，带动量；简单，调好参数后效果最好。</translation>
    </message>
    <message>
        <source>Steps cut off at the start and at the end; one number stands for both.</source>
        <translation>从开头和结尾裁掉的步数；只填一个数则两端相同。</translation>
    </message>
    <message>
        <source>Steps grow with the weights; how large these count at least.</source>
        <translation>步长随权重增大；权重至少按这个大小计算。</translation>
    </message>
    <message>
        <source>Steps of augmentation</source>
        <translation>数据增强的步骤</translation>
    </message>
    <message>
        <source>Steps of editing</source>
        <translation>编辑步骤</translation>
    </message>
    <message>
        <source>Steps shrink with all gradients so far; good for features that are rare.</source>
        <translation>步长随所有历次梯度缩小；适合稀少的特征。</translation>
    </message>
    <message>
        <source>StochasticDepth</source>
        <translation>StochasticDepth</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop after this epoch</source>
        <translation>这一轮之后停止</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>达标即停</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>停止录音</translation>
    </message>
    <message>
        <source>Stop the run that goes on, and train the stack as it is now?</source>
        <translation>要停止正在进行的训练，改为训练现在的网络吗？</translation>
    </message>
    <message>
        <source>Stop the training</source>
        <translation>停止训练</translation>
    </message>
    <message>
        <source>Stop the training and close?</source>
        <translation>要停止训练并关闭吗？</translation>
    </message>
    <message>
        <source>Stopped before the first batch</source>
        <translation>在第一批之前已停止</translation>
    </message>
    <message>
        <source>Stopped in epoch {epoch} of {epochs}; to go on, resume it under Runs</source>
        <translation>已停在第 {epoch} 轮，共 {epochs} 轮；可在“训练记录”中继续</translation>
    </message>
    <message>
        <source>Stopped; it can be resumed from {run}</source>
        <translation>已停止；可以从 {run} 继续</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stops after epoch {epoch}</source>
        <translation>第 {epoch} 轮之后停止</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Straight lines</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Stratified</source>
        <translation>分层</translation>
    </message>
    <message>
        <source>Stratified: the same share of every class. Random: by chance alone. By groups: whole groups, such as all samples of one person. By time: the latest samples are the test part.</source>
        <translation>分层：各类别的比例相同。随机：完全随机。按组：整组划分，例如同一个人的所有样本。按时间：最晚的样本作为测试集。</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>Strongest blur</source>
        <translation>最强的模糊</translation>
    </message>
    <message>
        <source>Switch all on</source>
        <translation>全部启用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch off {layers}</source>
        <translation>停用 {layers}</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch on {layers}</source>
        <translation>启用 {layers}</translation>
    </message>
    <message>
        <source>Switch {setting} off</source>
        <translation>关闭{setting}</translation>
    </message>
    <message>
        <source>Switch {setting} on</source>
        <translation>打开{setting}</translation>
    </message>
    <message>
        <source>Switch {step} off</source>
        <translation>停用{step}</translation>
    </message>
    <message>
        <source>Switch {step} on</source>
        <translation>启用{step}</translation>
    </message>
    <message>
        <source>Switched off: what comes in goes out unchanged.</source>
        <translation>已停用：输入原样输出。</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Table classification</source>
        <translation>表格分类</translation>
    </message>
    <message>
        <source>Table file</source>
        <translation>表格文件</translation>
    </message>
    <message>
        <source>Table of labels</source>
        <translation>标签表格</translation>
    </message>
    <message>
        <source>Table regression</source>
        <translation>表格回归</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Tabular MLP</source>
        <translation>表格 MLP</translation>
    </message>
    <message>
        <source>Take as one</source>
        <translation>视为同一个</translation>
    </message>
    <message>
        <source>Take away all points</source>
        <translation>去掉所有点</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Take the learning rate that was found</source>
        <translation>采用找到的学习率</translation>
    </message>
    <message>
        <source>Takes noise off digits; skips carry what is fine past the narrow middle.</source>
        <translation>去掉数字上的噪声；跳跃连接让细节绕过狭窄的中间部分。</translation>
    </message>
    <message>
        <source>Takes the colours out of some pictures.</source>
        <translation>去掉一些图片的颜色。</translation>
    </message>
    <message>
        <source>Takes the mean over all steps and learns which of them count how much.</source>
        <translation>对所有步求平均，并学习各步的权重。</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Tells penguins apart by a table; takes your own tables as they are.</source>
        <translation>根据表格区分企鹅；你自己的表格也可以直接使用。</translation>
    </message>
    <message>
        <source>Tells the network by a further input where a number was missing.</source>
        <translation>用一个额外的输入告诉网络哪里缺少数。</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Ten times: {rate}</source>
        <translation>十倍：{rate}</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Test file</source>
        <translation>测试文件</translation>
    </message>
    <message>
        <source>Test files</source>
        <translation>测试文件</translation>
    </message>
    <message>
        <source>Test folder</source>
        <translation>测试文件夹</translation>
    </message>
    <message>
        <source>Test part</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>测试行数</translation>
    </message>
    <message>
        <source>Test sample {number} of {count}</source>
        <translation>测试样本 {number}（共 {count} 个）</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试集比例</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text (not used)</source>
        <translation>文本（不使用）</translation>
    </message>
    <message>
        <source>Text CNN</source>
        <translation>文本 CNN</translation>
    </message>
    <message>
        <source>Text LSTM</source>
        <translation>文本 LSTM</translation>
    </message>
    <message>
        <source>Text Transformer</source>
        <translation>文本 Transformer</translation>
    </message>
    <message>
        <source>Text classification</source>
        <translation>文本分类</translation>
    </message>
    <message>
        <source>Text column</source>
        <translation>文本列</translation>
    </message>
    <message>
        <source>Text folder</source>
        <translation>文本文件夹</translation>
    </message>
    <message>
        <source>Text table</source>
        <translation>文本表格</translation>
    </message>
    <message>
        <source>Text with Markdown (*.md)</source>
        <translation>Markdown 文本 (*.md)</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Texts that fill it</source>
        <translation>占满长度的文本</translation>
    </message>
    <message>
        <source>The GPU is used: {gpu}.</source>
        <translation>使用显卡：{gpu}。</translation>
    </message>
    <message>
        <source>The activation {name} is not known here; it was left out.</source>
        <translation>激活函数 {name} 未知，已略去。</translation>
    </message>
    <message>
        <source>The augmentation {step} does not suit {task}. Remove it from the data&apos;s augmentation.</source>
        <translation>数据增强{step}不适合{task}。请从数据增强中去掉它。</translation>
    </message>
    <message>
        <source>The batch size is 1, but {layer} needs several samples in a batch to take their mean. Set the batch size to 2 or more.</source>
        <translation>批大小为 1，但 {layer} 需要一批中有多个样本才能求平均。请把批大小设为 2 或更大。</translation>
    </message>
    <message>
        <source>The bend inside the small network.</source>
        <translation>小网络内部的激活函数。</translation>
    </message>
    <message>
        <source>The boundary appears as soon as training starts.</source>
        <translation>训练一开始，边界就会出现。</translation>
    </message>
    <message>
        <source>The branches of {layer} put out {outputs}, which do not fit together for “{merge}”. Make them agree, for example with padding same.</source>
        <translation>{layer} 各分支的输出为 {outputs}，不适合用“{merge}”合并。请让它们一致，例如使用 same 填充。</translation>
    </message>
    <message>
        <source>The checkpoint {path} cannot be read; it is damaged or was not written by this version. Delete it to train the run from its start.</source>
        <translation>无法读取检查点 {path}；它已损坏，或不是由本版本写入的。删除它即可从头训练。</translation>
    </message>
    <message>
        <source>The chosen sample</source>
        <translation>所选的样本</translation>
    </message>
    <message>
        <source>The class folders in {folder} are empty. Put WAV or FLAC files into them.</source>
        <translation>{folder} 中的类别文件夹是空的。请在其中放入 WAV 或 FLAC 文件。</translation>
    </message>
    <message>
        <source>The class {names} has fewer than {smallest} samples and is left out.</source>
        <translation>类别 {names} 的样本少于 {smallest} 个，已略去。</translation>
    </message>
    <message>
        <source>The class {names} has fewer than {smallest} samples, too few to learn from.</source>
        <translation>类别 {names} 的样本少于 {smallest} 个，太少而难以学习。</translation>
    </message>
    <message>
        <source>The class {name} has no readable pictures and is left out.</source>
        <translation>类别 {name} 没有可读取的图片，已略去。</translation>
    </message>
    <message>
        <source>The classes are of unequal size: {large} has {most} training samples, {small} {fewest}; errors in smaller classes count more.</source>
        <translation>各类别大小不均：{large} 有 {most} 个训练样本，{small} 只有 {fewest} 个；较小类别的错误更重要。</translation>
    </message>
    <message>
        <source>The classes are of unequal size: {large} has {most} training samples, {small} {fewest}; samples of smaller classes are shown more often.</source>
        <translation>各类别大小不均：{large} 有 {most} 个训练样本，{small} 只有 {fewest} 个；较小类别的样本会更频繁地使用。</translation>
    </message>
    <message>
        <source>The classes are of unequal size: {large} has {most} training samples, {small} {fewest}; the network may favour the larger.</source>
        <translation>各类别大小不均：{large} 有 {most} 个训练样本，{small} 只有 {fewest} 个；网络可能偏向较大的类别。</translation>
    </message>
    <message>
        <source>The clipboard holds no layers.</source>
        <translation>剪贴板中没有层。</translation>
    </message>
    <message>
        <source>The code appears here when the engine is loaded.</source>
        <translation>引擎加载后，代码会显示在这里。</translation>
    </message>
    <message>
        <source>The code calls itself too often to be followed.</source>
        <translation>代码调用自身的次数太多，无法继续跟踪。</translation>
    </message>
    <message>
        <source>The code is nested too deep to be read. Give only the part with the network.</source>
        <translation>代码嵌套太深，无法读取。请只给出网络部分。</translation>
    </message>
    <message>
        <source>The code is on the clipboard.</source>
        <translation>代码已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The code is read and never run. Layers that netstudio knows become cards.</source>
        <translation>代码只会被读取，绝不会运行。netstudio 认识的层会变成卡片。</translation>
    </message>
    <message>
        <source>The code makes {count} networks; the last one, {name}, was read.</source>
        <translation>代码中有 {count} 个网络；读取了最后一个：{name}。</translation>
    </message>
    <message>
        <source>The code repeats too much to be followed to its end. Make its loops shorter.</source>
        <translation>代码重复太多，无法跟踪到结尾。请缩短其中的循环。</translation>
    </message>
    <message>
        <source>The column of a table that orders its rows when they are divided by time; without one, the order of the file counts.</source>
        <translation>按时间划分时决定行顺序的列；没有时以文件中的顺序为准。</translation>
    </message>
    <message>
        <source>The column of a table that says which rows belong together; they stay in one part.</source>
        <translation>说明哪些行属于一组的列；同组的行留在同一部分中。</translation>
    </message>
    <message>
        <source>The column that is to be predicted; several, with commas, for several numbers. Empty to let it be guessed.</source>
        <translation>要预测的列；预测几个数时写几列，用逗号分隔。留空则自动猜测。</translation>
    </message>
    <message>
        <source>The column with the classes. Empty to let it be guessed.</source>
        <translation>类别所在的列。留空则自动猜测。</translation>
    </message>
    <message>
        <source>The column with the date; empty takes the first that holds dates, or puts year, month, day and hour together.</source>
        <translation>日期所在的列；留空则取第一个存放日期的列，或把年、月、日和小时合起来。</translation>
    </message>
    <message>
        <source>The column with the texts; several, with commas, are read one after the other. Empty to let it be guessed.</source>
        <translation>文本所在的列；有几列时用逗号分隔，依次读取。留空则自动猜测。</translation>
    </message>
    <message>
        <source>The column {name} holds no dates. Choose another time column, or leave it empty.</source>
        <translation>列 {name} 中没有日期。请选择另一个时间列，或留空。</translation>
    </message>
    <message>
        <source>The column {name} holds words, which cannot be forecast. Choose one of: {known}.</source>
        <translation>列 {name} 中是词语，无法预测。请从以下各列中选择：{known}。</translation>
    </message>
    <message>
        <source>The column {name} is taken as the target, which is to be predicted.</source>
        <translation>列 {name} 作为目标，即要预测的内容。</translation>
    </message>
    <message>
        <source>The columns to forecast; empty takes the first column of numbers.</source>
        <translation>要预测的列；留空则取第一个数的列。</translation>
    </message>
    <message>
        <source>The columns {names} together say when each row was.</source>
        <translation>列 {names} 合起来说明每行的时间。</translation>
    </message>
    <message>
        <source>The data are being read…</source>
        <translation>正在读取数据…</translation>
    </message>
    <message>
        <source>The data are not loaded.</source>
        <translation>数据尚未加载。</translation>
    </message>
    <message>
        <source>The data are not those that the run was trained on so far. Bring them back as they were, or start a new run.</source>
        <translation>现在的数据不是这次训练此前所用的数据。请恢复原来的数据，或重新开始训练。</translation>
    </message>
    <message>
        <source>The data are to be divided by groups, but nothing says which samples belong together. Name the group column, or divide them in another way.</source>
        <translation>数据要按组划分，但没有说明哪些样本属于一组。请指定分组列，或用其他方式划分。</translation>
    </message>
    <message>
        <source>The data have a class {name} that the model does not know. Rename it to one of: {known}.</source>
        <translation>数据中有模型不认识的类别 {name}。请把它改为以下名称之一：{known}。</translation>
    </message>
    <message>
        <source>The data have no labels. Add a label to some of the samples.</source>
        <translation>数据没有标签。请给一些样本加上标签。</translation>
    </message>
    <message>
        <source>The data have not been read yet, so the shapes are unknown. Read them by choosing a data set, or by training.</source>
        <translation>数据尚未读取，因此形状未知。选择数据集或开始训练即可读取。</translation>
    </message>
    <message>
        <source>The data have {count} class ({names}), but at least 2 are needed. Add samples of another class.</source>
        <translation>数据只有 {count} 个类别（{names}），至少需要 2 个。请增加另一个类别的样本。</translation>
    </message>
    <message>
        <source>The data of {project} have not been read yet, so the sizes of its layers are unknown. Open it in the app, or train it, and export it then.</source>
        <translation>{project} 的数据尚未读取，因此各层的尺寸未知。请先在应用中打开它或训练它，然后再导出。</translation>
    </message>
    <message>
        <source>The data of {source} do not suit {task}. Choose other data or another task.</source>
        <translation>{source} 的数据不适合{task}。请选择其他数据或其他任务。</translation>
    </message>
    <message>
        <source>The decoded data could not be written to {folder} ({reason}). Free some space or choose smaller pictures.</source>
        <translation>无法把解码后的数据写入 {folder}（{reason}）。请腾出空间，或选择更小的图片尺寸。</translation>
    </message>
    <message>
        <source>The decoded data need {size} MB in {folder}, where {free} MB are free. Free some space or choose smaller pictures.</source>
        <translation>解码后的数据在 {folder} 中需要 {size} MB，而那里只剩 {free} MB。请腾出空间，或选择更小的图片尺寸。</translation>
    </message>
    <message>
        <source>The device {name} cannot be used here: {reason}. Use auto or one of: {usable}.</source>
        <translation>这里不能使用设备 {name}：{reason}。请用 auto 或以下之一：{usable}。</translation>
    </message>
    <message>
        <source>The digit reader of 1998: convolutions, tanh and mean pooling.</source>
        <translation>1998 年的数字识别网络：卷积、tanh 和平均池化。</translation>
    </message>
    <message>
        <source>The engine is still loading; training starts right after.</source>
        <translation>引擎仍在加载；加载完立即开始训练。</translation>
    </message>
    <message>
        <source>The exact function, or a faster one made from tanh.</source>
        <translation>精确的函数，或用 tanh 构成的更快的近似。</translation>
    </message>
    <message>
        <source>The explanation appears here when the engine is loaded.</source>
        <translation>引擎加载后，说明会显示在这里。</translation>
    </message>
    <message>
        <source>The figure on the validation part by which the best epoch is chosen.</source>
        <translation>按验证集上的哪项指标选择最好的一轮。</translation>
    </message>
    <message>
        <source>The file begins with a byte-order mark (U+FEFF), which is taken away.</source>
        <translation>文件以字节顺序标记（U+FEFF）开头，已去掉。</translation>
    </message>
    <message>
        <source>The file is not written in UTF-8; it is read as {encoding}. If characters look wrong, save it as UTF-8.</source>
        <translation>文件不是 UTF-8 编码；按 {encoding} 读取。如果字符显示不正确，请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The files of {source} in {folder} are damaged. Remove them and download them again.</source>
        <translation>{folder} 中 {source} 的文件已损坏。请删除后重新下载。</translation>
    </message>
    <message>
        <source>The final log_softmax was left out: cross-entropy applies it here itself, so the network puts out logits. The result is the same.</source>
        <translation>已略去末尾的 log_softmax：这里的交叉熵自带该运算，因此网络输出 logits。结果相同。</translation>
    </message>
    <message>
        <source>The final softmax was left out: cross-entropy applies it here itself, so the network puts out logits. The result is the same.</source>
        <translation>已略去末尾的 softmax：这里的交叉熵自带该运算，因此网络输出 logits。结果相同。</translation>
    </message>
    <message>
        <source>The first row of the file holds numbers, so it is read as data; the columns are numbered.</source>
        <translation>文件的第一行是数，因此作为数据读取；各列用编号命名。</translation>
    </message>
    <message>
        <source>The folder {folder} could not be read ({reason}). Choose a folder of pictures.</source>
        <translation>无法读取文件夹 {folder}（{reason}）。请选择一个图片文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} could not be read ({reason}). Choose a folder that holds one folder of files for each class.</source>
        <translation>无法读取文件夹 {folder}（{reason}）。请选择其中每个类别各有一个子文件夹的文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} could not be read ({reason}). Choose another one, or allow reading it.</source>
        <translation>无法读取文件夹 {folder}（{reason}）。请选择其他文件夹，或允许读取它。</translation>
    </message>
    <message>
        <source>The folder {folder} has a class {name} that the training pictures lack. Rename its folder to one of: {known}.</source>
        <translation>文件夹 {folder} 中有训练图片所没有的类别 {name}。请把它的文件夹改为以下名称之一：{known}。</translation>
    </message>
    <message>
        <source>The folder {folder} holds no class folders. Put the pictures of each class into a folder of its own, named after the class.</source>
        <translation>文件夹 {folder} 中没有类别文件夹。请把每个类别的图片放进各自的文件夹，并以类别命名。</translation>
    </message>
    <message>
        <source>The folder {folder} holds no sounds in class folders. Put the sounds of each class into a folder of its own, named after the class.</source>
        <translation>文件夹 {folder} 的类别文件夹中没有声音。请把每个类别的声音放进各自的文件夹，并以类别命名。</translation>
    </message>
    <message>
        <source>The folder {folder} holds no texts in class folders. Put the .txt files of each class into a folder of their own, named after the class.</source>
        <translation>文件夹 {folder} 的类别文件夹中没有文本。请把每个类别的 .txt 文件放进各自的文件夹，并以类别命名。</translation>
    </message>
    <message>
        <source>The folder {folder} holds {count} tables, so it is not clear which has the labels. Choose the table of labels.</source>
        <translation>文件夹 {folder} 中有 {count} 个表格，无法确定标签在哪个里。请选择标签表格。</translation>
    </message>
    <message>
        <source>The folder {path} cannot be made ({reason}). Free some space or choose another place.</source>
        <translation>无法创建文件夹 {path}（{reason}）。请腾出空间或选择其他位置。</translation>
    </message>
    <message>
        <source>The gradients of {layer} explode: they are {ratio:.0f} times as large as its weights. Clip the gradients, or lower the learning rate.</source>
        <translation>{layer} 的梯度爆炸：是其权重的 {ratio:.0f} 倍大。请裁剪梯度，或减小学习率。</translation>
    </message>
    <message>
        <source>The gradients vanish: those of {first} are {times:.0e} times those of {last}, so that {first} hardly learns. Use ReLU, normalization or residual blocks between them.</source>
        <translation>梯度消失：{first} 的梯度是 {last} 的 {times:.0e} 倍，因此 {first} 几乎学不到东西。请在它们之间使用 ReLU、归一化或残差块。</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall of each label, mean over labels; unlike accuracy, it is not lifted by labels that are rare.</source>
        <translation>每个标签的精确率与召回率的调和平均，再对标签取平均；与准确率不同，不会因标签稀少而偏高。</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall, mean over classes; rare classes count as much as frequent ones.</source>
        <translation>精确率与召回率的调和平均，再对类别取平均；稀少的类别与常见的类别同等重要。</translation>
    </message>
    <message>
        <source>The input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>The labels of the pictures in a .npy file.</source>
        <translation>.npy 文件中图片的标签。</translation>
    </message>
    <message>
        <source>The largest angle, to either side.</source>
        <translation>向两侧的最大角度。</translation>
    </message>
    <message>
        <source>The largest change; 6 doubles or halves the wave.</source>
        <translation>最大的变化；6 使波形加倍或减半。</translation>
    </message>
    <message>
        <source>The largest norm that all gradients together may have; longer ones are shortened. 0 for no limit.</source>
        <translation>所有梯度合起来的最大范数；超过时缩短。0 表示没有限制。</translation>
    </message>
    <message>
        <source>The largest radius in pixels.</source>
        <translation>最大半径，以像素为单位。</translation>
    </message>
    <message>
        <source>The largest size that a single gradient may have; 0 for no limit.</source>
        <translation>单个梯度的最大大小；0 表示没有限制。</translation>
    </message>
    <message>
        <source>The largest slant in degrees, to either side.</source>
        <translation>向两侧的最大倾斜角度。</translation>
    </message>
    <message>
        <source>The largest standard deviation, for pixels from 0 to 1.</source>
        <translation>最大的标准差，像素从 0 到 1。</translation>
    </message>
    <message>
        <source>The layers from top to bottom, with what containers hold</source>
        <translation>从上到下的各层，包括容器中的内容</translation>
    </message>
    <message>
        <source>The learning rate from now on; a schedule goes on from it:</source>
        <translation>从现在起的学习率；学习率调度由此继续：</translation>
    </message>
    <message>
        <source>The learning rate of the optimizer</source>
        <translation>优化器的学习率</translation>
    </message>
    <message>
        <source>The learning rate stays as it is.</source>
        <translation>学习率保持不变。</translation>
    </message>
    <message>
        <source>The learning rate would first fall after {first} epochs, but the training has only {epochs}. Give a smaller number or train longer.</source>
        <translation>学习率要到第 {first} 轮之后才首次下降，但训练只有 {epochs} 轮。请减小这个数，或延长训练。</translation>
    </message>
    <message>
        <source>The least that is covered, as a share of the area.</source>
        <translation>最少遮住多少，以面积的比例表示。</translation>
    </message>
    <message>
        <source>The logarithm of Sigmoid: always below zero, and exact for large numbers.</source>
        <translation>Sigmoid 的对数：总小于零，对很大的数也精确。</translation>
    </message>
    <message>
        <source>The logarithm of Softmax: exact where probabilities are tiny.</source>
        <translation>Softmax 的对数：概率极小时也精确。</translation>
    </message>
    <message>
        <source>The longest way in each direction, as a share of the picture&apos;s size.</source>
        <translation>每个方向上移动的最大距离，以图片尺寸的比例表示。</translation>
    </message>
    <message>
        <source>The loss does not fall at any learning rate. Look at the data, the network and the loss.</source>
        <translation>任何学习率下损失都不下降。请检查数据、网络和损失函数。</translation>
    </message>
    <message>
        <source>The loss is no longer a finite number. The learning rate is probably too high: lower it (a tenth is a good try) and train again.</source>
        <translation>损失已不再是有限的数。学习率可能太大：请调小（不妨先试十分之一）再训练。</translation>
    </message>
    <message>
        <source>The loss {loss} does not suit {task}. Use one of: {known}.</source>
        <translation>损失函数 {loss} 不适合{task}。请用以下之一：{known}。</translation>
    </message>
    <message>
        <source>The loss {name} is not known here; the project keeps its own.</source>
        <translation>损失函数 {name} 未知；项目保留原有的设置。</translation>
    </message>
    <message>
        <source>The mean squared difference between pixels, which run from 0 to 1.</source>
        <translation>像素之差的平方的均值，像素从 0 到 1。</translation>
    </message>
    <message>
        <source>The memory is full with a batch size of {size}. Use a smaller batch size, smaller pictures or a smaller network.</source>
        <translation>批大小为 {size} 时内存已满。请用更小的批大小、更小的图片或更小的网络。</translation>
    </message>
    <message>
        <source>The memory was full with a batch size of {size}. Training goes on with {part} samples at a time; updates are still made from {size}.</source>
        <translation>批大小为 {size} 时内存已满。训练改为每次 {part} 个样本继续；更新仍按 {size} 个样本进行。</translation>
    </message>
    <message>
        <source>The metric {metric} cannot be monitored: {task} does not measure it. Choose another one under Training, Stopping.</source>
        <translation>无法监控指标 {metric}：{task}不计算它。请在“训练”的“停止条件”中另选一个。</translation>
    </message>
    <message>
        <source>The model reads pictures of {wanted}, but the data have {found}. Choose data of the same shape.</source>
        <translation>模型读取 {wanted} 的图片，但数据是 {found}。请选择形状相同的数据。</translation>
    </message>
    <message>
        <source>The momentum at both ends.</source>
        <translation>两端的动量。</translation>
    </message>
    <message>
        <source>The momentum where the learning rate is highest.</source>
        <translation>学习率最高处的动量。</translation>
    </message>
    <message>
        <source>The most that is covered, as a share of the area.</source>
        <translation>最多遮住多少，以面积的比例表示。</translation>
    </message>
    <message>
        <source>The name of an Excel file&apos;s sheet; its first one when empty.</source>
        <translation>Excel 文件中工作表的名字；留空则取第一个。</translation>
    </message>
    <message>
        <source>The network as PyTorch code (Ctrl+2)</source>
        <translation>以 PyTorch 代码显示网络 (Ctrl+2)</translation>
    </message>
    <message>
        <source>The network as a stack of cards (Ctrl+1)</source>
        <translation>以卡片显示网络 (Ctrl+1)</translation>
    </message>
    <message>
        <source>The network cannot be compiled on this computer ({reason}). It is trained without; the results are the same.</source>
        <translation>这台电脑无法编译网络（{reason}）。将不编译而训练；结果相同。</translation>
    </message>
    <message>
        <source>The network has no layers yet. Add one.</source>
        <translation>网络还没有层。请添加一层。</translation>
    </message>
    <message>
        <source>The network has no weights that could learn. Add a layer with weights, or let a frozen one learn.</source>
        <translation>网络没有可学习的权重。请添加带权重的层，或解冻一层。</translation>
    </message>
    <message>
        <source>The network is too large to be read: at most {count} layers, nested {depth} deep.</source>
        <translation>网络太大，无法读取：最多 {count} 层，嵌套 {depth} 级。</translation>
    </message>
    <message>
        <source>The network puts out {output} but must give back {wanted}, the shape of what it receives. End it with layers that lead back to that shape, such as Linear and Unflatten.</source>
        <translation>网络输出 {output}，但必须还原出 {wanted}，即与输入相同的形状。请在末尾加上回到该形状的层，例如 Linear 和 Unflatten。</translation>
    </message>
    <message>
        <source>The network puts out {output} but needs {wanted} numbers, {purpose}. Add a Linear layer at its end and set its outputs to auto.</source>
        <translation>网络输出 {output}，但需要 {wanted} 个数：{purpose}。请在末尾添加一个 Linear 层，并把它的输出数设为 auto。</translation>
    </message>
    <message>
        <source>The network puts out {output} numbers but needs {wanted}, {purpose}. Set the outputs of {layer} to auto.</source>
        <translation>网络输出 {output} 个数，但需要 {wanted} 个：{purpose}。请把 {layer} 的输出数设为 auto。</translation>
    </message>
    <message>
        <source>The new sizes without the batch; -1 stands for what is left over.</source>
        <translation>不含批的新尺寸；-1 表示剩余的部分。</translation>
    </message>
    <message>
        <source>The number of quotation marks in the file is odd: where one is not closed, a cell swallows the rows behind it.</source>
        <translation>文件中引号的个数为奇数：某个引号没有闭合，它所在的单元格吞掉了后面的行。</translation>
    </message>
    <message>
        <source>The number that stands for missing ones where a constant does.</source>
        <translation>用常数填补时，代替缺失值的数。</translation>
    </message>
    <message>
        <source>The numbers became too large for the computer in batch {batch} of epoch {epoch}, first in the layer {layer}. Lower the learning rate, clip the gradients, or put normalization before this layer.</source>
        <translation>在第 {epoch} 轮第 {batch} 批中，数变得过大，计算机无法表示，首先出现在层 {layer}。请减小学习率、裁剪梯度，或在这一层之前加入归一化。</translation>
    </message>
    <message>
        <source>The one that is open: {name}</source>
        <translation>正在打开的：{name}</translation>
    </message>
    <message>
        <source>The optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>The optimizer {name} is not known here; the project keeps its own.</source>
        <translation>优化器 {name} 未知；项目保留原有的设置。</translation>
    </message>
    <message>
        <source>The part of the training samples that is kept back to watch progress on; data that bring their own validation part keep it.</source>
        <translation>从训练样本中留出、用来观察进展的部分；自带验证集的数据则沿用自己的。</translation>
    </message>
    <message>
        <source>The part that is kept back for the final figure; data with an official test part keep it.</source>
        <translation>留出用于最终评估的部分；有官方测试集的数据则沿用官方的。</translation>
    </message>
    <message>
        <source>The pictures in {path} have {channels} channels, but 1 (grey) or 3 (colour) are needed.</source>
        <translation>{path} 中的图片有 {channels} 个通道，但需要 1 个（灰度）或 3 个（彩色）。</translation>
    </message>
    <message>
        <source>The pictures that are most like yours.</source>
        <translation>与你的图片最像的图片集。</translation>
    </message>
    <message>
        <source>The power of the divisor.</source>
        <translation>除数的幂次。</translation>
    </message>
    <message>
        <source>The power p: 1 gives the sum, a large one nearly the largest value.</source>
        <translation>幂次 p：取 1 得到总和，取较大的值则接近最大值。</translation>
    </message>
    <message>
        <source>The power with which more and more of the means is kept: 1 − tᵖ.</source>
        <translation>均值保留得越来越多所依据的幂：1 − tᵖ。</translation>
    </message>
    <message>
        <source>The predictions of files that you drop or choose appear here.</source>
        <translation>拖入或选择的文件的预测结果会显示在这里。</translation>
    </message>
    <message>
        <source>The probability of the dropout that it is as strong as.</source>
        <translation>与它强度相当的丢弃的概率。</translation>
    </message>
    <message>
        <source>The processes of this training could not find each other ({reason}). Check the addresses and ports that torchrun was given.</source>
        <translation>这次训练的各进程找不到彼此（{reason}）。请检查给 torchrun 的地址和端口。</translation>
    </message>
    <message>
        <source>The processes on the GPUs ended without a word. Resume the run, or train on one GPU.</source>
        <translation>显卡上的进程不明原因地结束了。请继续这次训练，或只用一块显卡训练。</translation>
    </message>
    <message>
        <source>The project is changed for the next run.</source>
        <translation>已更改项目，用于下次训练。</translation>
    </message>
    <message>
        <source>The project of “{name}” is restored; undo takes it back.</source>
        <translation>已恢复“{name}”的项目；撤销可取消。</translation>
    </message>
    <message>
        <source>The project&apos;s name, or the one you gave the run (F2)</source>
        <translation>项目的名称，或你给这次训练起的名称 (F2)</translation>
    </message>
    <message>
        <source>The rows do not follow each other in time; they were sorted.</source>
        <translation>各行没有按时间先后排列；已经排序。</translation>
    </message>
    <message>
        <source>The run ends as soon as the monitored figure reaches this, such as 0.99 for an accuracy of 99 %; 0 for none.</source>
        <translation>监控的指标达到这个值时训练立即结束，例如准确率 99 % 写 0.99；0 表示没有。</translation>
    </message>
    <message>
        <source>The run folder {path} could not be written ({reason}). Free some space or bring the folder back, then resume the run.</source>
        <translation>无法写入训练文件夹 {path}（{reason}）。请腾出空间或恢复该文件夹，然后继续训练。</translation>
    </message>
    <message>
        <source>The run has had {epochs} epochs already. Ask for more than {epochs}, or start a new run.</source>
        <translation>这次训练已进行 {epochs} 轮。请设置多于 {epochs} 的轮数，或重新开始训练。</translation>
    </message>
    <message>
        <source>The run is saved; you can resume it later.</source>
        <translation>训练会保存下来，之后可以继续。</translation>
    </message>
    <message>
        <source>The run {path} could not be deleted ({reason}). Close what uses its files, then try again.</source>
        <translation>无法删除训练记录 {path}（{reason}）。请关闭正在使用其中文件的程序，再试一次。</translation>
    </message>
    <message>
        <source>The run {path} goes on already, perhaps in another window. Stop it there first.</source>
        <translation>训练 {path} 已在进行，可能在另一个窗口中。请先在那里停止它。</translation>
    </message>
    <message>
        <source>The run&apos;s checkpoint is from another network or optimizer than its project. Start a new run.</source>
        <translation>这次训练的检查点与其项目的网络或优化器不符。请重新开始训练。</translation>
    </message>
    <message>
        <source>The same choices as in the report, also for what was not found.</source>
        <translation>与报告中相同的选项，也包括没有发现的问题。</translation>
    </message>
    <message>
        <source>The same for all samples</source>
        <translation>所有样本都相同</translation>
    </message>
    <message>
        <source>The same number always gives the same division.</source>
        <translation>相同的数总是得到相同的划分。</translation>
    </message>
    <message>
        <source>The same number always gives the same points.</source>
        <translation>相同的数总是产生相同的点。</translation>
    </message>
    <message>
        <source>The same number gives the same start and the same order of samples.</source>
        <translation>相同的数得到相同的初始值和相同的样本顺序。</translation>
    </message>
    <message>
        <source>The same spread as Kaiming, uniform, drawn from a bell curve. Biases start at zero.</source>
        <translation>与“Kaiming 均匀”的幅度相同，但取自正态分布。偏置从零开始。</translation>
    </message>
    <message>
        <source>The same spread as Xavier, uniform, drawn from a bell curve. Biases start at zero.</source>
        <translation>与“Xavier 均匀”的幅度相同，但取自正态分布。偏置从零开始。</translation>
    </message>
    <message>
        <source>The same with an eighth of the weights: convolutions down and up again.</source>
        <translation>只用八分之一的权重完成同样的事：卷积先缩小再放大。</translation>
    </message>
    <message>
        <source>The samples of the cell that you choose appear here.</source>
        <translation>选择单元格后，其中的样本会出现在这里。</translation>
    </message>
    <message>
        <source>The scale on which the network sees pixels: centred by the mean and spread of these data, or of ImageNet, or from 0 to 1.</source>
        <translation>网络看到的像素所用的尺度：按这些数据或 ImageNet 的均值和离散程度居中，或从 0 到 1。</translation>
    </message>
    <message>
        <source>The scale that numbers are brought to: standard has mean 0 and deviation 1, robust goes by median and quartiles.</source>
        <translation>数变换到的尺度：标准为均值 0、标准差 1，稳健按中位数和四分位数。</translation>
    </message>
    <message>
        <source>The selected runs beside each other</source>
        <translation>并列显示所选的训练</translation>
    </message>
    <message>
        <source>The series has no column called {name}, which the model looks at. Give it a series with the same columns.</source>
        <translation>序列没有名为 {name} 的列，而模型要看这一列。请提供列相同的序列。</translation>
    </message>
    <message>
        <source>The series has {rows} rows, but a window of {window} and a horizon of {horizon} need more. Choose a smaller window, or a longer series.</source>
        <translation>序列有 {rows} 行，但窗口 {window} 和预测步长 {horizon} 需要更多。请选择更小的窗口，或更长的序列。</translation>
    </message>
    <message>
        <source>The shape of what comes out of the layer</source>
        <translation>这一层输出的形状</translation>
    </message>
    <message>
        <source>The share of a negative number that comes through.</source>
        <translation>负数中能通过的比例。</translation>
    </message>
    <message>
        <source>The share of all yes-or-no answers, over all labels, that are right.</source>
        <translation>所有标签的全部“是”或“否”回答中，正确的比例。</translation>
    </message>
    <message>
        <source>The share of samples for which the most probable class is the right one.</source>
        <translation>最可能的类别正好正确的样本所占的比例。</translation>
    </message>
    <message>
        <source>The share of samples for which the right class is among the five most probable; telling with many classes.</source>
        <translation>正确类别在最可能的五个类别之中的样本所占的比例；类别多时很有参考价值。</translation>
    </message>
    <message>
        <source>The share of samples that got exactly the true labels.</source>
        <translation>所有标签都完全正确的样本所占的比例。</translation>
    </message>
    <message>
        <source>The share of samples that it changes.</source>
        <translation>被改变的样本所占的比例。</translation>
    </message>
    <message>
        <source>The share of the looks that are set to zero while training.</source>
        <translation>训练时被置零的注意力所占的比例。</translation>
    </message>
    <message>
        <source>The share of the numbers set to zero between two of its layers.</source>
        <translation>在它的两层之间被置零的数所占的比例。</translation>
    </message>
    <message>
        <source>The share of the numbers set to zero inside while training.</source>
        <translation>训练时内部被置零的数所占的比例。</translation>
    </message>
    <message>
        <source>The share of the numbers that is set to zero.</source>
        <translation>被置零的数所占的比例。</translation>
    </message>
    <message>
        <source>The share of the samples that is set to zero.</source>
        <translation>被置零的样本所占的比例。</translation>
    </message>
    <message>
        <source>The share of the target that is spread over all classes, so that the network does not become too sure: 0.1 is usual. The validation loss is measured without.</source>
        <translation>目标中有多大比例分摊给所有类别，使网络不会过于自信：通常取 0.1。验证损失的计算不含此项。</translation>
    </message>
    <message>
        <source>The share of the training samples that get a wrong label on purpose, to see over-fitting; validation and test part stay right.</source>
        <translation>故意给多大比例的训练样本加上错误标签，以便观察过拟合；验证集和测试集保持正确。</translation>
    </message>
    <message>
        <source>The size of the window that becomes one number.</source>
        <translation>缩为一个数的窗口的大小。</translation>
    </message>
    <message>
        <source>The slope before anything is learned.</source>
        <translation>学习之前的斜率。</translation>
    </message>
    <message>
        <source>The smallest share of a picture&apos;s area that is kept.</source>
        <translation>保留的部分最少占图片面积的多少。</translation>
    </message>
    <message>
        <source>The sound cannot be shown: {reason}.</source>
        <translation>无法显示该声音：{reason}。</translation>
    </message>
    <message>
        <source>The sound card could not be used ({reason}). Check that a device is connected and not in use.</source>
        <translation>无法使用声卡（{reason}）。请检查设备是否已连接且没有被占用。</translation>
    </message>
    <message>
        <source>The stack has changed meanwhile; your text would replace it.</source>
        <translation>网络在此期间已更改；你的文本会覆盖这些更改。</translation>
    </message>
    <message>
        <source>The standard deviation of noise laid over the network&apos;s input, for pixels from 0 to 1: the network learns to take it away. 0 for a plain autoencoder.</source>
        <translation>叠加在网络输入上的噪声的标准差，像素从 0 到 1：网络学习把它去掉。0 为普通的自编码器。</translation>
    </message>
    <message>
        <source>The table has no column called {name}. Choose one of: {known}.</source>
        <translation>表格没有名为 {name} 的列。请从以下各列中选择：{known}。</translation>
    </message>
    <message>
        <source>The table has no column called {name}. The nearest names are: {known}.</source>
        <translation>表格没有名为 {name} 的列。最接近的名字是：{known}。</translation>
    </message>
    <message>
        <source>The table has no column of labels beside that of the pictures. Add one.</source>
        <translation>表格除了图片列之外没有标签列。请添加一列。</translation>
    </message>
    <message>
        <source>The table has no column of numbers that could be forecast (columns: {names}). Choose another table.</source>
        <translation>表格没有可以预测的数的列（列：{names}）。请选择其他表格。</translation>
    </message>
    <message>
        <source>The table has no column of texts. Choose a table with a text in each row.</source>
        <translation>表格没有文本列。请选择每行有一段文本的表格。</translation>
    </message>
    <message>
        <source>The table has no column to learn from beside the target. Add one, or make one a number or a category under Columns.</source>
        <translation>表格除目标外没有可供学习的列。请添加一列，或在“列”中把某一列设为数或类别。</translation>
    </message>
    <message>
        <source>The table has no column {name}, which the model needs. Add it, with empty cells where nothing is known.</source>
        <translation>表格没有模型需要的列 {name}。请添加它，未知处留空单元格。</translation>
    </message>
    <message>
        <source>The table has no column {name}. Choose one of: {columns}.</source>
        <translation>表格没有列 {name}。请从以下各列中选择：{columns}。</translation>
    </message>
    <message>
        <source>The table has texts in {names} but no column with their classes. Add one, such as “label”.</source>
        <translation>表格在 {names} 中有文本，但没有类别所在的列。请添加一列，例如“label”。</translation>
    </message>
    <message>
        <source>The target column {name} has no value in any row. Choose another target column.</source>
        <translation>目标列 {name} 的每一行都没有值。请选择另一个目标列。</translation>
    </message>
    <message>
        <source>The target column {name} holds words such as “{cell}”, which are no numbers. Choose a column of numbers, or the task of classification.</source>
        <translation>目标列 {name} 中有“{cell}”之类的词语，它们不是数。请选择数的列，或选择分类任务。</translation>
    </message>
    <message>
        <source>The target column {name} holds {count} different numbers, which are hardly classes. Choose the task of regression, or another target column.</source>
        <translation>目标列 {name} 中有 {count} 个不同的数，不太可能是类别。请选择回归任务，或另一个目标列。</translation>
    </message>
    <message>
        <source>The target column {name} holds {count} different values, but {most} classes are the most. Choose another target column.</source>
        <translation>目标列 {name} 中有 {count} 个不同的值，但类别最多 {most} 个。请选择另一个目标列。</translation>
    </message>
    <message>
        <source>The target column {name} is different in nearly every row, so that no class can be learned. Choose another target column.</source>
        <translation>目标列 {name} 几乎每行都不同，因此学不到类别。请选择另一个目标列。</translation>
    </message>
    <message>
        <source>The target column {name} is “{cell}” in every row, so there is nothing to learn. Choose another target column.</source>
        <translation>目标列 {name} 的每一行都是“{cell}”，因此无可学习。请选择另一个目标列。</translation>
    </message>
    <message>
        <source>The test file has a class {name} that the sequences to learn from lack. Rename it to one of: {known}.</source>
        <translation>测试文件中有学习用的序列所没有的类别 {name}。请把它改为以下名称之一：{known}。</translation>
    </message>
    <message>
        <source>The test samples ({test:.1%}) are recognised much worse than the validation samples ({validation:.1%}). They may be of another kind, or the validation samples may be too much like the training samples. Look at how the data are divided.</source>
        <translation>测试样本（{test:.1%}）的识别率远低于验证样本（{validation:.1%}）。它们可能属于另一种情况，或者验证样本与训练样本过于相似。请检查数据的划分方式。</translation>
    </message>
    <message>
        <source>The test sequences have {test} numbers in each step, but those to learn from have {train}. Choose files of the same kind.</source>
        <translation>测试序列每步有 {test} 个数，而学习用的序列有 {train} 个。请选择同类的文件。</translation>
    </message>
    <message>
        <source>The test table has a class {name} that the training texts lack. Their classes are: {known}.</source>
        <translation>测试表格中有训练文本所没有的类别 {name}。训练文本的类别为：{known}。</translation>
    </message>
    <message>
        <source>The text has {length} characters, but at most {most} can be read. Give only the part with the network.</source>
        <translation>文本有 {length} 个字符，但最多只能读取 {most} 个。请只给出网络部分。</translation>
    </message>
    <message>
        <source>The texts are taken from the column {text}, their classes from {label}.</source>
        <translation>文本取自列 {text}，类别取自 {label}。</translation>
    </message>
    <message>
        <source>The time limit of {minutes} minutes is over.</source>
        <translation>{minutes} 分钟的时间限制已到。</translation>
    </message>
    <message>
        <source>The trained model&apos;s file has about {size}</source>
        <translation>训练好的模型的文件约为 {size}</translation>
    </message>
    <message>
        <source>The training ended without a word. See the log.</source>
        <translation>训练不明原因地结束了。请查看日志。</translation>
    </message>
    <message>
        <source>The training loss does not fall: it was {before:.3g} in the first epoch and is {now:.3g} in epoch {epoch}. Try another learning rate, look whether the inputs are normalized, and whether the targets can be told from the inputs at all.</source>
        <translation>训练损失没有下降：第一轮为 {before:.3g}，第 {epoch} 轮为 {now:.3g}。请换一个学习率，检查输入是否已归一化，以及能否从输入推断出目标。</translation>
    </message>
    <message>
        <source>The training loss falls steadily, but hardly: {before:.4g} to {now:.4g} in {epochs} epochs. The learning rate is probably too low: raise it, or look for a better one with the finder.</source>
        <translation>训练损失稳步下降，但很慢：{epochs} 轮内从 {before:.4g} 到 {now:.4g}。学习率可能太小：请调大，或查找更好的学习率。</translation>
    </message>
    <message>
        <source>The training loss rises ({before:.3g} to {now:.3g}). The learning rate is probably too high: lower it, warm it up, or clip the gradients.</source>
        <translation>训练损失上升（{before:.3g} 到 {now:.3g}）。学习率可能太大：请调小、加上预热，或裁剪梯度。</translation>
    </message>
    <message>
        <source>The training of “{name}” was cut off. Go on with it?</source>
        <translation>“{name}”的训练意外中断了。要继续吗？</translation>
    </message>
    <message>
        <source>The type of the layer</source>
        <translation>层的类型</translation>
    </message>
    <message>
        <source>The usual choice is as fast as any, and stays: {how}.</source>
        <translation>通常的方式已是最快之一，因此保留：{how}。</translation>
    </message>
    <message>
        <source>The value of {argument} of {layer} is known only when the code runs. Write a number there.</source>
        <translation>{layer} 的 {argument} 的值要到代码执行时才知道。请在那里写一个数。</translation>
    </message>
    <message>
        <source>The warm-up takes {warmup} epochs, but the training has only {epochs}. Shorten the warm-up or train longer.</source>
        <translation>预热需要 {warmup} 轮，但训练只有 {epochs} 轮。请缩短预热，或延长训练。</translation>
    </message>
    <message>
        <source>The wastebasket does not take the run.</source>
        <translation>这次训练无法移到回收站。</translation>
    </message>
    <message>
        <source>The wastebasket does not take {count} of the runs.</source>
        <translation>有 {count} 次训练无法移到回收站。</translation>
    </message>
    <message>
        <source>The wave, from left to right in time</source>
        <translation>波形，从左到右随时间变化</translation>
    </message>
    <message>
        <source>The weights have become NaN (not a number), so that nothing can be learned any more. The last updates were too large: lower the learning rate, or clip the gradients.</source>
        <translation>权重已变成 NaN（不是数），因此再也学不到东西。最近的更新太大：请减小学习率，或裁剪梯度。</translation>
    </message>
    <message>
        <source>The weights {name} of the model {path} are not finite numbers. Train again with a lower learning rate.</source>
        <translation>模型 {path} 的权重 {name} 不是有限的数。请用更小的学习率重新训练。</translation>
    </message>
    <message>
        <source>The whole series</source>
        <translation>整个序列</translation>
    </message>
    <message>
        <source>The {part} part has a class {name} that the training sounds lack. Rename its folder to one of: {known}.</source>
        <translation>{part}中有训练声音所没有的类别 {name}。请把它的文件夹改为以下名称之一：{known}。</translation>
    </message>
    <message>
        <source>The {part} part has a class {name} that the training texts lack. Rename its folder to one of: {known}.</source>
        <translation>{part}中有训练文本所没有的类别 {name}。请把它的文件夹改为以下名称之一：{known}。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>There are no data to show. Choose some at the left.</source>
        <translation>没有可显示的数据。请在左侧选择。</translation>
    </message>
    <message>
        <source>There are no pictures in {folder}; its folders are empty. Put JPEG or PNG pictures there.</source>
        <translation>{folder} 中没有图片；它的文件夹是空的。请在其中放入 JPEG 或 PNG 图片。</translation>
    </message>
    <message>
        <source>There are points of {count} classes, but at least 2 are needed. Click points of another class into the plane.</source>
        <translation>有 {count} 个类别的点，但至少需要 2 个。请在平面上点击另一个类别的点。</translation>
    </message>
    <message>
        <source>There is no evaluation of this part.</source>
        <translation>这一部分还没有评估结果。</translation>
    </message>
    <message>
        <source>There is no file {file}. An .npy file of sequences needs one of classes beside it whose name ends in _labels.</source>
        <translation>没有文件 {file}。序列的 .npy 文件旁边需要有一个存放类别、名字以 _labels 结尾的文件。</translation>
    </message>
    <message>
        <source>There is no file {path} to start from. Choose another, or none.</source>
        <translation>没有可作为起点的文件 {path}。请选择其他文件，或不选。</translation>
    </message>
    <message>
        <source>There is no file {path}. Name a trained model, such as {example}.</source>
        <translation>文件 {path} 不存在。请给出一个训练好的模型，例如 {example}。</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Put the recordings of the Free Spoken Digit Dataset there, or choose Spoken digits, a part that is shipped.</source>
        <translation>没有文件夹 {folder}。请把 Free Spoken Digit Dataset 的录音放在那里，或选择随附其中一部分的“读出的数字”。</translation>
    </message>
    <message>
        <source>There is no layer {uid} to edit.</source>
        <translation>没有可编辑的层 {uid}。</translation>
    </message>
    <message>
        <source>There is no network in this code. It should have an nn.Sequential, a class with layers and a forward method, or a Keras model.</source>
        <translation>这段代码中没有网络。应当有 nn.Sequential、带有层和 forward 方法的类，或 Keras 模型。</translation>
    </message>
    <message>
        <source>There is no position {index} among {count} layers.</source>
        <translation>共 {count} 层，没有第 {index} 个位置。</translation>
    </message>
    <message>
        <source>There is no slot {slot} in a layer {uid}.</source>
        <translation>层 {uid} 中没有槽位 {slot}。</translation>
    </message>
    <message>
        <source>There is no template called {name}. Use one of: {known}.</source>
        <translation>没有名为 {name} 的模板。请用以下之一：{known}。</translation>
    </message>
    <message>
        <source>There is no {noun} called &quot;{type}&quot;. The nearest names are: {known}.</source>
        <translation>没有名为“{type}”的{noun}。最接近的名称是：{known}。</translation>
    </message>
    <message>
        <source>There is no {noun} called &quot;{type}&quot;. Use one of: {known}.</source>
        <translation>没有名为“{type}”的{noun}。请用以下之一：{known}。</translation>
    </message>
    <message>
        <source>These data&apos;s</source>
        <translation>这些数据的</translation>
    </message>
    <message>
        <source>These figures are from the end of training.</source>
        <translation>这些是训练结束时的指标。</translation>
    </message>
    <message>
        <source>These layers have no setting in common.</source>
        <translation>这些层没有共同的设置。</translation>
    </message>
    <message>
        <source>This CPU has no instructions for bfloat16 and computes with it more slowly than with float32. Choose float32 under Training, Computation.</source>
        <translation>这个 CPU 没有 bfloat16 指令，用它计算比用 float32 更慢。请在“训练”的“计算”中选择 float32。</translation>
    </message>
    <message>
        <source>This GPU has no units for bfloat16 and gains nothing from it. Choose float16 or float32 under Training, Computation.</source>
        <translation>这块显卡没有 bfloat16 计算单元，用它没有好处。请在“训练”的“计算”中选择 float16 或 float32。</translation>
    </message>
    <message>
        <source>This GPU has no units for products with 16 bits and gains nothing from float16. Choose float32 under Training, Computation.</source>
        <translation>这块显卡没有 16 位乘积的计算单元，用 float16 没有好处。请在“训练”的“计算”中选择 float32。</translation>
    </message>
    <message>
        <source>This Reshape is not needed: pictures come as channels, height and width.</source>
        <translation>不需要这个 Reshape：图像本来就是通道、高、宽的形式。</translation>
    </message>
    <message>
        <source>This cannot be done now.</source>
        <translation>现在不能这样做。</translation>
    </message>
    <message>
        <source>This is no valid Python: {reason}.</source>
        <translation>这不是有效的 Python 代码：{reason}。</translation>
    </message>
    <message>
        <source>This model cannot be read</source>
        <translation>无法读取这个模型</translation>
    </message>
    <message>
        <source>This part of the data has no samples. Choose another: train, val or test.</source>
        <translation>数据的这一部分没有样本。请选择其他部分：train、val 或 test。</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>这次训练</translation>
    </message>
    <message>
        <source>This type of layer is unknown.</source>
        <translation>未知的层类型。</translation>
    </message>
    <message>
        <source>This {layer} is used more than once with the same weights; here each use has its own.</source>
        <translation>这个 {layer} 以相同的权重多次使用；在这里每次使用各有自己的权重。</translation>
    </message>
    <message>
        <source>Three convolutions with batch normalisation, for small grey pictures.</source>
        <translation>三个带批归一化的卷积，用于小的灰度图片。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Time column</source>
        <translation>时间列</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时间限制</translation>
    </message>
    <message>
        <source>Time masks</source>
        <translation>时间遮挡数</translation>
    </message>
    <message>
        <source>Time series</source>
        <translation>时间序列</translation>
    </message>
    <message>
        <source>Time series file</source>
        <translation>时间序列文件</translation>
    </message>
    <message>
        <source>Time shift</source>
        <translation>时移</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Tiny ViT</source>
        <translation>微型 ViT</translation>
    </message>
    <message>
        <source>Tiny classes</source>
        <translation>过小的类别</translation>
    </message>
    <message>
        <source>To add one, drag it from the list of layers or double-click it there.</source>
        <translation>要添加一层，请从层列表中拖出，或在列表中双击。</translation>
    </message>
    <message>
        <source>To either side, as a share of the whole length.</source>
        <translation>向两侧，以总长度的比例表示。</translation>
    </message>
    <message>
        <source>To use an NVIDIA GPU, install PyTorch&apos;s CUDA build (see the README).</source>
        <translation>要使用 NVIDIA 显卡，请安装 PyTorch 的 CUDA 版本（见 README）。</translation>
    </message>
    <message>
        <source>ToSequence</source>
        <translation>转为序列</translation>
    </message>
    <message>
        <source>Token dropout</source>
        <translation>词元丢弃</translation>
    </message>
    <message>
        <source>Token swap</source>
        <translation>词元交换</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Tokens of the training part</source>
        <translation>训练集中的词元</translation>
    </message>
    <message>
        <source>Tokens that occur less often in the training part are unknown ones.</source>
        <translation>在训练集中出现次数少于这个数的词元算作未知。</translation>
    </message>
    <message>
        <source>Tokens: {count}.</source>
        <translation>词元：{count} 个。</translation>
    </message>
    <message>
        <source>Top and bottom</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation>顶部工具栏</translation>
    </message>
    <message>
        <source>Top-5 accuracy</source>
        <translation>前五准确率</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a network</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <source>Train a network first, or open a trained model.</source>
        <translation>请先训练一个网络，或打开训练好的模型。</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Train longer</source>
        <translation>延长训练</translation>
    </message>
    <message>
        <source>Train longer…</source>
        <translation>延长训练…</translation>
    </message>
    <message>
        <source>Train with {choice}</source>
        <translation>改用{choice}训练</translation>
    </message>
    <message>
        <source>Train your first network</source>
        <translation>训练你的第一个网络</translation>
    </message>
    <message>
        <source>Trained models ({patterns})</source>
        <translation>训练好的模型 ({patterns})</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training leaves the weights of this layer, and of all it holds, as they are. Normalisation in it uses the mean and the spread that it has stored, and keeps them.</source>
        <translation>训练不改变这一层及其中所有层的权重。其中的归一化使用并保持已存的均值和方差。</translation>
    </message>
    <message>
        <source>Training part</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>Training samples of each class</source>
        <translation>各类别的训练样本数</translation>
    </message>
    <message>
        <source>Training settings</source>
        <translation>训练设置</translation>
    </message>
    <message>
        <source>Training takes about {size} of memory:</source>
        <translation>训练约占内存 {size}：</translation>
    </message>
    <message>
        <source>Training {noun}</source>
        <translation>训练{noun}</translation>
    </message>
    <message>
        <source>Training {project} on {device}</source>
        <translation>正在 {device} 上训练 {project}</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>训练中…</translation>
    </message>
    <message>
        <source>Transformer block, BERT, ViT, GPT, encoder, TransformerEncoder</source>
        <translation>Transformer 编码块, 编码器</translation>
    </message>
    <message>
        <source>TransformerEncoderLayer</source>
        <translation>TransformerEncoderLayer</translation>
    </message>
    <message>
        <source>Tries for some seconds how steps of this network are executed fastest: results differ by rounding only.</source>
        <translation>花几秒尝试这个网络的每一步怎样执行最快：结果只有舍入上的差别。</translation>
    </message>
    <message>
        <source>TrivialAugment</source>
        <translation>TrivialAugment</translation>
    </message>
    <message>
        <source>Truncated normal</source>
        <translation>截断正态</translation>
    </message>
    <message>
        <source>Truth and prediction over time</source>
        <translation>随时间变化的真实值与预测</translation>
    </message>
    <message>
        <source>Try a test image</source>
        <translation>试一张测试图片</translation>
    </message>
    <message>
        <source>Try a test image, drop or paste a picture, or choose one.</source>
        <translation>试一张测试图片，拖入或粘贴一张图片，或者选择一张。</translation>
    </message>
    <message>
        <source>Try a test sample</source>
        <translation>试一个测试样本</translation>
    </message>
    <message>
        <source>Try a test sample, or choose an .npy file or a text file with the numbers of one step in each line.</source>
        <translation>试一个测试样本，或选择一个 .npy 文件，或每行写有一步的数的文本文件。</translation>
    </message>
    <message>
        <source>Try a test sample, or choose or drop a file.</source>
        <translation>试一个测试样本，或者选择或拖入一个文件。</translation>
    </message>
    <message>
        <source>Try a test sample, or drop a table with the same columns: the model goes on from its last {count} rows.</source>
        <translation>试一个测试样本，或拖入列相同的表格：模型从其最后 {count} 行继续。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try learning rates for a moment, and see the best</source>
        <translation>尝试各种学习率，片刻后看到最好的</translation>
    </message>
    <message>
        <source>Trying a learning rate of {rate}</source>
        <translation>正在尝试学习率 {rate}</translation>
    </message>
    <message>
        <source>Tune for this computer</source>
        <translation>针对这台电脑调优</translation>
    </message>
    <message>
        <source>Tune for this computer…</source>
        <translation>针对这台电脑调优…</translation>
    </message>
    <message>
        <source>Turning texts into numbers</source>
        <translation>正在把文本变成数</translation>
    </message>
    <message>
        <source>Turns a flat vector into a sequence, a picture or a volume: undoes Flatten.</source>
        <translation>把一维向量变成序列、图像或体数据：Flatten 的逆操作。</translation>
    </message>
    <message>
        <source>Turns numbers into positive shares that add up to 1, like probabilities.</source>
        <translation>把一组数变成总和为 1 的正数，就像概率一样。</translation>
    </message>
    <message>
        <source>Turns pictures by a random angle.</source>
        <translation>把图片旋转一个随机角度。</translation>
    </message>
    <message>
        <source>Turns, shifts, scales and slants pictures in a single step.</source>
        <translation>在一个步骤中旋转、平移、缩放和倾斜图片。</translation>
    </message>
    <message>
        <source>Twenty layers deep, with shortcuts that cost no weights.</source>
        <translation>二十层深，带有不占权重的捷径。</translation>
    </message>
    <message>
        <source>Twice: {rate}</source>
        <translation>两倍：{rate}</translation>
    </message>
    <message>
        <source>Two convolutions that read digits at 99 %.</source>
        <translation>两层卷积，识别数字的准确率达 99 %。</translation>
    </message>
    <message>
        <source>Two convolutions; a good start for a folder of small colour pictures.</source>
        <translation>两层卷积；适合作为小幅彩色图片文件夹的起点。</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other.</source>
        <translation>两个互相嵌入的半月。</translation>
    </message>
    <message>
        <source>Two sizes for a sequence, three for a picture, four for a volume; -1 stands for what is left over.</source>
        <translation>序列两个尺寸，图像三个，体数据四个；-1 表示剩余的部分。</translation>
    </message>
    <message>
        <source>Two tensors meet here in a way that has no layer; add, multiply or concatenate them instead.</source>
        <translation>两个张量在这里的结合方式没有对应的层；请改用相加、相乘或拼接。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Type what to do: “train”, “add conv”, “undo”…</source>
        <translation>输入要做的事：“训练”、“卷积”、“撤销”…</translation>
    </message>
    <message>
        <source>U-Net denoiser</source>
        <translation>U-Net 去噪</translation>
    </message>
    <message>
        <source>Understood: {layers}</source>
        <translation>已识别：{layers}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>撤销：{step}</translation>
    </message>
    <message>
        <source>Unequal classes</source>
        <translation>大小不均的类别</translation>
    </message>
    <message>
        <source>Unflatten</source>
        <translation>Unflatten</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>Unfreeze all layers</source>
        <translation>解冻所有层</translation>
    </message>
    <message>
        <source>Unfreeze {layers}</source>
        <translation>解冻 {layers}</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Unknown tokens</source>
        <translation>未知词元</translation>
    </message>
    <message>
        <source>Unknown, and underlined: {count}.</source>
        <translation>未知，带下划线：{count} 个。</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>正在解包</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Unwrap</source>
        <translation>解除容器</translation>
    </message>
    <message>
        <source>Unwrap {layers}</source>
        <translation>解除 {layers} 的容器</translation>
    </message>
    <message>
        <source>UpSampling1D, interpolate, enlarge</source>
        <translation>一维上采样, 插值, 放大</translation>
    </message>
    <message>
        <source>UpSampling2D, Resizing, interpolate, enlarge, decoder</source>
        <translation>二维上采样, 插值, 放大, 解码器</translation>
    </message>
    <message>
        <source>Update the NVIDIA driver and restart.</source>
        <translation>请更新 NVIDIA 驱动程序并重启。</translation>
    </message>
    <message>
        <source>Upsample</source>
        <translation>Upsample</translation>
    </message>
    <message>
        <source>Upsample1d</source>
        <translation>一维上采样</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use AdamW</source>
        <translation>使用 AdamW</translation>
    </message>
    <message>
        <source>Use float32</source>
        <translation>使用 float32</translation>
    </message>
    <message>
        <source>Use page</source>
        <translation>使用页</translation>
    </message>
    <message>
        <source>Use these data</source>
        <translation>使用这些数据</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用这个模型</translation>
    </message>
    <message>
        <source>Use {count} samples</source>
        <translation>使用 {count} 个样本</translation>
    </message>
    <message>
        <source>Use {layer}</source>
        <translation>改用{layer}</translation>
    </message>
    <message>
        <source>Use {rate}</source>
        <translation>使用 {rate}</translation>
    </message>
    <message>
        <source>Used from now on for this network, batch size and device: {how}. It is {gain} times as fast as the usual choice.</source>
        <translation>从现在起，对这个网络、批大小和设备使用：{how}。速度是通常方式的 {gain} 倍。</translation>
    </message>
    <message>
        <source>Usual files</source>
        <translation>常用文件</translation>
    </message>
    <message>
        <source>VGG style</source>
        <translation>VGG 风格</translation>
    </message>
    <message>
        <source>Val.</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Val. loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Validation ({validation:.1%}) is much better than training ({training:.1%}): dropout or augmentation may be too strong.</source>
        <translation>验证（{validation:.1%}）远好于训练（{training:.1%}）：丢弃或数据增强可能太强。</translation>
    </message>
    <message>
        <source>Validation ({validation:.1%}) is much better than training ({training:.1%}): the validation samples may be easier, or labels of training samples may be wrong.</source>
        <translation>验证（{validation:.1%}）远好于训练（{training:.1%}）：验证样本可能更容易，或者训练样本的标签可能有错。</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Validation part</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Validation samples</source>
        <translation>验证样本</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>验证集比例</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Values are missing (column and how many): {names}; they are filled in as the preparation says.</source>
        <translation>有缺失值（列和个数）：{names}；按预处理中的设置填补。</translation>
    </message>
    <message>
        <source>Varied</source>
        <translation>变化后</translation>
    </message>
    <message>
        <source>Very strong</source>
        <translation>很强</translation>
    </message>
    <message>
        <source>ViT, patches, Vision Transformer, tokens</source>
        <translation>图块嵌入, 切块, 视觉变换器</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词汇表</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>词汇表大小</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待轮数</translation>
    </message>
    <message>
        <source>Waiting for a place to write to</source>
        <translation>正在等待可写入的位置</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>等待中…</translation>
    </message>
    <message>
        <source>Walk from layer to layer</source>
        <translation>在层之间移动</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Warning: training is possible</source>
        <translation>警告：仍然可以训练</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Weigh classes</source>
        <translation>按类别加权</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Weight decay {value:g}</source>
        <translation>权重衰减 {value:g}</translation>
    </message>
    <message>
        <source>Weight norm</source>
        <translation>权重归一化</translation>
    </message>
    <message>
        <source>Weight norm learns length and direction of the weights apart; spectral norm keeps the layer from stretching its input.</source>
        <translation>权重归一化把权重的长度和方向分开学习；谱归一化使这一层不会放大输入。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What a text is cut into. Parts of words (byte-pair encoding) also read words they have never seen. Automatic takes words, and characters where texts are mainly Chinese or Japanese.</source>
        <translation>文本切成什么。词的组成部分（字节对编码）也能读从未见过的词。自动：按词切分；主要是中文或日文的文本按字符切分。</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>还原出的</translation>
    </message>
    <message>
        <source>What can be done to the layer</source>
        <translation>可以对这一层做什么</translation>
    </message>
    <message>
        <source>What changes places; with both, each happens by itself.</source>
        <translation>什么互换位置；选择两者时，各自独立发生。</translation>
    </message>
    <message>
        <source>What comes back of some pictures appears here.</source>
        <translation>一些图片的还原结果会出现在这里。</translation>
    </message>
    <message>
        <source>What comes out is not known before the problems are solved.</source>
        <translation>解决问题之前，输出未知。</translation>
    </message>
    <message>
        <source>What computes: the devices are being looked for.</source>
        <translation>用什么计算：正在查找设备。</translation>
    </message>
    <message>
        <source>What each column is was guessed by its values. Double-click a role to change it; text and ignored columns are not learned from.</source>
        <translation>每列是什么由它的值猜出。双击角色可以更改；文本列和忽略的列不用于学习。</translation>
    </message>
    <message>
        <source>What each column is, where the guess is wrong: number, category, date, text or ignore.</source>
        <translation>猜错时，说明每列是什么：数、类别、日期、文本或忽略。</translation>
    </message>
    <message>
        <source>What each layer costs (Ctrl+3)</source>
        <translation>每一层的开销 (Ctrl+3)</translation>
    </message>
    <message>
        <source>What goes into the network is not known yet.</source>
        <translation>进入网络的内容还不知道。</translation>
    </message>
    <message>
        <source>What happens in each layer while it learns (Ctrl+5)</source>
        <translation>各层学习时内部发生什么 (Ctrl+5)</translation>
    </message>
    <message>
        <source>What happens is noted here</source>
        <translation>发生的事情会记录在这里</translation>
    </message>
    <message>
        <source>What happens to the data here is no layer that can be shown; it was left out.</source>
        <translation>这里对数据的处理没有可显示的层与之对应，已略去。</translation>
    </message>
    <message>
        <source>What is added at the edges: valid for none, same to keep the size, or a number.</source>
        <translation>在边缘补多少：valid 表示不补，same 表示保持尺寸，也可以填数字。</translation>
    </message>
    <message>
        <source>What is added left, right, above and below; one number stands for all.</source>
        <translation>左、右、上、下各添加多少；只填一个数则四边相同。</translation>
    </message>
    <message>
        <source>What is cut off left, right, above and below; one number stands for all.</source>
        <translation>左、右、上、下各裁掉多少；只填一个数则四边相同。</translation>
    </message>
    <message>
        <source>What is done with class names that differ only in blanks or capital letters.</source>
        <translation>如何处理只在空格或大小写上不同的类别名。</translation>
    </message>
    <message>
        <source>What is done with classes that have too few samples to learn from.</source>
        <translation>如何处理样本太少而难以学习的类别。</translation>
    </message>
    <message>
        <source>What is done with equal training samples that have different labels.</source>
        <translation>如何处理内容相同而标签不同的训练样本。</translation>
    </message>
    <message>
        <source>What is done with samples that are almost alike, such as a series of photographs of one thing.</source>
        <translation>如何处理几乎相同的样本，例如同一事物的连拍照片。</translation>
    </message>
    <message>
        <source>What is done with training samples that occur more than once.</source>
        <translation>如何处理出现不止一次的训练样本。</translation>
    </message>
    <message>
        <source>What keeps weights small and updates steady.</source>
        <translation>使权重保持较小、更新保持平稳的设置。</translation>
    </message>
    <message>
        <source>What larger numbers become.</source>
        <translation>更大的数变成多少。</translation>
    </message>
    <message>
        <source>What of the picture is one step of the sequence.</source>
        <translation>图像的哪一部分作为序列的一步。</translation>
    </message>
    <message>
        <source>What should the network learn?</source>
        <translation>网络应该学习什么？</translation>
    </message>
    <message>
        <source>What shows where the picture has been moved away from.</source>
        <translation>图片移开后的地方显示什么。</translation>
    </message>
    <message>
        <source>What smaller numbers become.</source>
        <translation>更小的数变成多少。</translation>
    </message>
    <message>
        <source>What stands for a category that is missing.</source>
        <translation>用什么代替缺失的类别。</translation>
    </message>
    <message>
        <source>What stands for a missing input: the last known value, a straight line to the next one (which looks into the future), or the training part&apos;s mean.</source>
        <translation>用什么代替缺失的输入：上一个已知值、到下一个值的直线（这会看到未来），或训练集的均值。</translation>
    </message>
    <message>
        <source>What stands for a number or date that is missing.</source>
        <translation>用什么代替缺失的数或日期。</translation>
    </message>
    <message>
        <source>What the divisor begins with.</source>
        <translation>除数的起始值。</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by each time.</source>
        <translation>学习率每次乘以多少。</translation>
    </message>
    <message>
        <source>What the model makes of it appears here.</source>
        <translation>模型的判断会出现在这里。</translation>
    </message>
    <message>
        <source>What the network does, in plain words (Ctrl+4)</source>
        <translation>用通俗的话说明网络的作用 (Ctrl+4)</translation>
    </message>
    <message>
        <source>What the network has learned from</source>
        <translation>网络从什么数据学习</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的内容</translation>
    </message>
    <message>
        <source>What the network sees beside the past of the forecast columns; empty takes all columns of numbers and categories.</source>
        <translation>除了要预测的列的过去，网络还看到什么；留空则取所有数和类别的列。</translation>
    </message>
    <message>
        <source>What the network sees: low pitches at the bottom, loud ones bright</source>
        <translation>网络看到的内容：低音在下，响处明亮</translation>
    </message>
    <message>
        <source>What the network starts from.</source>
        <translation>网络从什么开始。</translation>
    </message>
    <message>
        <source>What the padding is filled with.</source>
        <translation>用什么填充。</translation>
    </message>
    <message>
        <source>What the run has computed on</source>
        <translation>训练用什么设备计算</translation>
    </message>
    <message>
        <source>What the run&apos;s folder takes on the disk</source>
        <translation>这次训练的文件夹占用多少磁盘空间</translation>
    </message>
    <message>
        <source>What the sum of squares starts with.</source>
        <translation>平方和从多少开始。</translation>
    </message>
    <message>
        <source>What this class returns could not be followed.</source>
        <translation>无法跟踪这个类返回的内容。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>What training keeps in memory of the layer for one sample</source>
        <translation>训练时这一层为一个样本占用的内存</translation>
    </message>
    <message>
        <source>What you wrote about the run (F2)</source>
        <translation>你为这次训练写的备注 (F2)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>When the run was started</source>
        <translation>训练开始的时间</translation>
    </message>
    <message>
        <source>Where decoded pictures are while training; more than 256 MB are read from the disk unless you say otherwise.</source>
        <translation>训练时解码后的图片放在哪里；超过 256 MB 时从磁盘读取，除非另作选择。</translation>
    </message>
    <message>
        <source>Where points in time are absent: rows count as neighbours, rows without values are put in, or no window crosses the gap.</source>
        <translation>缺少时间点时：各行视为相邻，补入没有值的行，或没有窗口跨越缺口。</translation>
    </message>
    <message>
        <source>Where the run is saved</source>
        <translation>训练保存在哪里</translation>
    </message>
    <message>
        <source>Whether LayerNorm comes before attention and network, which lets deep stacks train more steadily.</source>
        <translation>LayerNorm 是否放在注意力和小网络之前；这样深层网络训练更稳定。</translation>
    </message>
    <message>
        <source>Whether a last window that hangs over the edge counts too.</source>
        <translation>最后一个超出边缘的窗口是否也计算在内。</translation>
    </message>
    <message>
        <source>Whether a learned number is added to each filter.</source>
        <translation>是否给每个卷积核加上一个可学习的数。</translation>
    </message>
    <message>
        <source>Whether a learned number is added to each output.</source>
        <translation>是否给每个输出加上一个可学习的数。</translation>
    </message>
    <message>
        <source>Whether a learned scale and shift follow the normalisation.</source>
        <translation>归一化之后是否再做可学习的缩放与平移。</translation>
    </message>
    <message>
        <source>Whether a learned scale follows the normalisation.</source>
        <translation>归一化之后是否再做可学习的缩放。</translation>
    </message>
    <message>
        <source>Whether a learned vector is added to each patch.</source>
        <translation>是否给每个小块加上一个可学习的向量。</translation>
    </message>
    <message>
        <source>Whether a run that finds the memory full goes on with half a batch at a time; the updates stay those of the whole batch.</source>
        <translation>内存满时，训练是否改为每次半批继续；更新仍按整批进行。</translation>
    </message>
    <message>
        <source>Whether a second one reads the sequence backwards; its numbers are put beside.</source>
        <translation>是否再用一层反向读取序列，并把结果拼接在一起。</translation>
    </message>
    <message>
        <source>Whether a step sees only itself and earlier ones, as for predicting the next.</source>
        <translation>一步是否只能看到自己和之前的各步，例如用于预测下一步。</translation>
    </message>
    <message>
        <source>Whether all copies use the same weights, or each learns its own.</source>
        <translation>所有副本使用相同的权重，还是各自学习。</translation>
    </message>
    <message>
        <source>Whether each channel or feature learns a slope of its own.</source>
        <translation>是否每个通道或特征各学一个斜率。</translation>
    </message>
    <message>
        <source>Whether id 0 only fills up short texts: its vector is zero and is never learned.</source>
        <translation>编号 0 是否只用于补齐短文本：它的向量为零，且不参与学习。</translation>
    </message>
    <message>
        <source>Whether its Linear and LayerNorm parts have a bias.</source>
        <translation>其中的 Linear 和 LayerNorm 是否带偏置。</translation>
    </message>
    <message>
        <source>Whether learned numbers are added at each step.</source>
        <translation>是否在每一步加上可学习的数。</translation>
    </message>
    <message>
        <source>Whether learned numbers are added to the projections.</source>
        <translation>是否给投影加上可学习的数。</translation>
    </message>
    <message>
        <source>Whether momentum, or the first beta, falls while the learning rate rises; only for optimizers that have one.</source>
        <translation>学习率上升时，动量（或第一个 beta）是否下降；只用于有动量的优化器。</translation>
    </message>
    <message>
        <source>Whether numbers are repeated, or run smoothly from one to the next.</source>
        <translation>是重复各个数，还是在相邻的数之间平滑过渡。</translation>
    </message>
    <message>
        <source>Whether signs that web pages write as &amp;amp; or &amp;lt; are read as &amp; and &lt;.</source>
        <translation>网页中写作 &amp;amp; 或 &amp;lt; 的符号是否读作 &amp; 和 &lt;。</translation>
    </message>
    <message>
        <source>Whether steps are divided by the largest mean of squares so far.</source>
        <translation>步长是否除以迄今最大的平方均值。</translation>
    </message>
    <message>
        <source>Whether the first row of a text file holds the columns&apos; names.</source>
        <translation>文本文件的第一行是否为列名。</translation>
    </message>
    <message>
        <source>Whether the gradient is taken a step ahead.</source>
        <translation>是否在提前一步的位置计算梯度。</translation>
    </message>
    <message>
        <source>Whether the mean of the gradients is taken out of their squares.</source>
        <translation>是否从梯度的平方中减去梯度的均值。</translation>
    </message>
    <message>
        <source>Whether the optimizer&apos;s weight decay also pulls at biases and at the weights of normalization; many recipes leave these out.</source>
        <translation>优化器的权重衰减是否也作用于偏置和归一化的权重；许多做法不包括它们。</translation>
    </message>
    <message>
        <source>Whether the outermost numbers stay exactly at the edges.</source>
        <translation>最外侧的数是否恰好保持在边缘。</translation>
    </message>
    <message>
        <source>Whether the trained model has the weights of the best epoch; if not, those of the last one.</source>
        <translation>训练好的模型是否采用最好的一轮的权重；否则采用最后一轮的。</translation>
    </message>
    <message>
        <source>Whether the zeros at the edge count in the mean.</source>
        <translation>求平均时是否计入边缘的零。</translation>
    </message>
    <message>
        <source>Whether weight decay is applied as in AdamW, apart from the gradients.</source>
        <translation>权重衰减是否像 AdamW 那样与梯度分开进行。</translation>
    </message>
    <message>
        <source>Whether “Free” and “FREE” are the same as “free”.</source>
        <translation>“Free”和“FREE”是否与“free”相同。</translation>
    </message>
    <message>
        <source>Which axis comes first, second and so on, counted from 1.</source>
        <translation>哪个轴排第一、第二，依此类推，从 1 数起。</translation>
    </message>
    <message>
        <source>Which epoch is the best, and when to stop before the last.</source>
        <translation>哪一轮最好，以及何时提前停止。</translation>
    </message>
    <message>
        <source>Which layer stands here is known only when the code runs; it was left out.</source>
        <translation>这里是哪一层要到代码执行时才知道，已略去。</translation>
    </message>
    <message>
        <source>Which letters and digits belong to it.</source>
        <translation>包含哪些字母和数字。</translation>
    </message>
    <message>
        <source>Which mean of the weights over the training is measured and kept as the trained model; a mean is often better than the last weights.</source>
        <translation>用训练过程中权重的哪种平均来评估，并作为训练好的模型保存；平均往往好于最后的权重。</translation>
    </message>
    <message>
        <source>Which network?</source>
        <translation>用哪个网络？</translation>
    </message>
    <message>
        <source>Which of how many folds is the test part. Cross-validation sets it.</source>
        <translation>哪一折作为测试集，共多少折。由交叉验证设置。</translation>
    </message>
    <message>
        <source>Which part of a text is read that is too long.</source>
        <translation>文本太长时读取哪一部分。</translation>
    </message>
    <message>
        <source>Which part of itself the figure must improve by to count as improved.</source>
        <translation>指标要改善自身的多大比例才算改善。</translation>
    </message>
    <message>
        <source>Which part of the file names, between underscores, names the speaker; all files of one speaker stay in one part of the data. 0 for none.</source>
        <translation>文件名中由下划线分隔的第几部分是说话人的名字；同一说话人的所有文件留在数据的同一部分中。0 表示没有。</translation>
    </message>
    <message>
        <source>Which part of the learning rate is left in the end; 0 for nothing.</source>
        <translation>最后保留学习率的多大比例；0 表示降到零。</translation>
    </message>
    <message>
        <source>Which part of the learning rate is left whatever happens.</source>
        <translation>无论如何都保留学习率的多大比例。</translation>
    </message>
    <message>
        <source>Which part of the training samples is learned from; 1 for all.</source>
        <translation>从多大比例的训练样本学习；1 表示全部。</translation>
    </message>
    <message>
        <source>Which runs are listed</source>
        <translation>列出哪些训练</translation>
    </message>
    <message>
        <source>Which share of a class is recognised, mean over classes.</source>
        <translation>一个类别中被认出的比例，再对类别取平均。</translation>
    </message>
    <message>
        <source>Which share of the targets lies below the prediction: 0.5 predicts the median, 0.9 a value that is seldom exceeded.</source>
        <translation>多大比例的目标低于预测：0.5 预测中位数，0.9 预测很少被超过的值。</translation>
    </message>
    <message>
        <source>Which share of what is taken for a class is of it, mean over classes.</source>
        <translation>被判为某类别的样本中确实属于它的比例，再对类别取平均。</translation>
    </message>
    <message>
        <source>Which step is kept.</source>
        <translation>保留哪一步。</translation>
    </message>
    <message>
        <source>Which way this condition goes is known only when the code runs; the first way was read.</source>
        <translation>这个条件走哪个分支要到代码执行时才知道，因此读取了第一个分支。</translation>
    </message>
    <message>
        <source>While this is shown and a network learns, the weights, gradients and outputs of its layers appear here.</source>
        <translation>打开此页并训练网络时，各层的权重、梯度和输出会出现在这里。</translation>
    </message>
    <message>
        <source>Whole sequence</source>
        <translation>整个序列</translation>
    </message>
    <message>
        <source>Widest band</source>
        <translation>最宽的频带</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Window (ms)</source>
        <translation>窗长（毫秒）</translation>
    </message>
    <message>
        <source>Window and what comes after it</source>
        <translation>窗口及其后的内容</translation>
    </message>
    <message>
        <source>Windows of several sizes look at the same picture side by side.</source>
        <translation>几种大小的窗口并排观察同一幅图像。</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>葡萄酒</translation>
    </message>
    <message>
        <source>With 5 folds, 5 networks are trained, each on a longer past, and tested on what follows it; the mean tells more than a single test.</source>
        <translation>分 5 折时，训练 5 个网络，每个使用更长的过去，并在其后的内容上测试；均值比单次测试更有说服力。</translation>
    </message>
    <message>
        <source>With 5 folds, 5 networks are trained, each tested on another fifth of the samples; the mean tells more than a single test, above all with few samples.</source>
        <translation>分 5 折时，训练 5 个网络，每个在不同的五分之一样本上测试；均值比单次测试更有说服力，样本少时尤其如此。</translation>
    </message>
    <message>
        <source>With few samples, or with wrong labels, a network learns the training part by heart and fails on the others. Try it, then compare the runs.</source>
        <translation>样本少或标签有错时，网络会死记训练集，却在其他样本上出错。试一试，然后比较这些训练。</translation>
    </message>
    <message>
        <source>With {count} test rows of {rows}, no windows are left to learn from or to test on. Choose another number of test rows.</source>
        <translation>{rows} 行中有 {count} 行用于测试，没有剩下可供学习或测试的窗口。请选择其他测试行数。</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>不保存就会丢失。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Wrap in</source>
        <translation>放入容器</translation>
    </message>
    <message>
        <source>Wrap in {container}</source>
        <translation>放入{container}</translation>
    </message>
    <message>
        <source>Wrap {layers}</source>
        <translation>把 {layers} 放入容器</translation>
    </message>
    <message>
        <source>Wrapped around</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Write a note on {layers}</source>
        <translation>给 {layers} 写备注</translation>
    </message>
    <message>
        <source>Write or paste a text</source>
        <translation>输入或粘贴文本</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Xavier, normal</source>
        <translation>Xavier 正态</translation>
    </message>
    <message>
        <source>Xavier, uniform</source>
        <translation>Xavier 均匀</translation>
    </message>
    <message>
        <source>YOUR OWN POINTS</source>
        <translation>你自己的点</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>You are editing the code</source>
        <translation>你正在编辑代码</translation>
    </message>
    <message>
        <source>You can calculate here: 64*2</source>
        <translation>这里可以输入算式：64*2</translation>
    </message>
    <message>
        <source>You can calculate here: 64*2. Ctrl+Up doubles the number, Ctrl+Down halves it.</source>
        <translation>这里可以输入算式：64*2。Ctrl+↑ 加倍，Ctrl+↓ 减半。</translation>
    </message>
    <message>
        <source>Your changes of the code are lost then.</source>
        <translation>你对代码的修改将会丢失。</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>你的数据</translation>
    </message>
    <message>
        <source>Your own .txt files, one folder for each class, named after the class.</source>
        <translation>你自己的 .txt 文件，每个类别一个文件夹，以类别命名。</translation>
    </message>
    <message>
        <source>Your own CSV, TSV, Parquet or Excel file, with a row for each sample.</source>
        <translation>你自己的 CSV、TSV、Parquet 或 Excel 文件，每个样本一行。</translation>
    </message>
    <message>
        <source>Your own CSV, TSV, Parquet or Excel file, with a text and its class in a row.</source>
        <translation>你自己的 CSV、TSV、Parquet 或 Excel 文件，每行有一段文本及其类别。</translation>
    </message>
    <message>
        <source>Your own WAV, FLAC, OGG or MP3 files, one folder for each class, named after the class.</source>
        <translation>你自己的 WAV、FLAC、OGG 或 MP3 文件，每个类别一个文件夹，以类别命名。</translation>
    </message>
    <message>
        <source>Your own block. F2 renames it, Del deletes it.</source>
        <translation>你自己的块。F2 重命名，Del 删除。</translation>
    </message>
    <message>
        <source>Your own note</source>
        <translation>你自己的备注</translation>
    </message>
    <message>
        <source>Your own photographs, large and varied anew in each epoch; one output says which of two.</source>
        <translation>你自己的照片，尺寸较大，每轮重新变化；一个输出说明是两类中的哪一类。</translation>
    </message>
    <message>
        <source>Your own pictures as numbers, in a .npz or .npy file of NumPy&apos;s.</source>
        <translation>你自己的图片，以数的形式存放在 NumPy 的 .npz 或 .npy 文件中。</translation>
    </message>
    <message>
        <source>Your own pictures in one folder, and a CSV file that says what each shows.</source>
        <translation>放在一个文件夹中的你自己的图片，以及说明每张图片内容的 CSV 文件。</translation>
    </message>
    <message>
        <source>Your own pictures, one folder for each class, named after the class.</source>
        <translation>你自己的图片，每个类别一个文件夹，以类别命名。</translation>
    </message>
    <message>
        <source>Your own sequences: an .npz with x (samples, time, features) and y, or a table with a class and the values of one sequence in each row.</source>
        <translation>你自己的序列：含有 x（样本、时间、特征）和 y 的 .npz，或每行有一个类别和一个序列的值的表格。</translation>
    </message>
    <message>
        <source>Your own table with a row for each point in time: CSV, Parquet or Excel.</source>
        <translation>你自己的表格，每个时间点一行：CSV、Parquet 或 Excel。</translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation>你的图片</translation>
    </message>
    <message>
        <source>Your point</source>
        <translation>你的点</translation>
    </message>
    <message>
        <source>Your recording</source>
        <translation>你的录音</translation>
    </message>
    <message>
        <source>Your row</source>
        <translation>你的一行</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>你的文本</translation>
    </message>
    <message>
        <source>ZeroPad1d</source>
        <translation>ZeroPad1d</translation>
    </message>
    <message>
        <source>ZeroPad2d</source>
        <translation>ZeroPad2d</translation>
    </message>
    <message>
        <source>ZeroPadding1D, pad</source>
        <translation>一维零填充, 补零</translation>
    </message>
    <message>
        <source>ZeroPadding2D, pad, border</source>
        <translation>二维零填充, 补零, 边框</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Zoom {share}</source>
        <translation>缩放 {share}</translation>
    </message>
    <message>
        <source>a flat vector</source>
        <translation>一维向量</translation>
    </message>
    <message>
        <source>a layer is {value} instead of an object</source>
        <translation>有一层是 {value}，而不是对象</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>名字的列表</translation>
    </message>
    <message>
        <source>a list of points [x, y, class], with x and y from -{limit} to {limit} and a class from 0 to {last}</source>
        <translation>点 [x, y, 类别] 的列表，x 和 y 从 -{limit} 到 {limit}，类别从 0 到 {last}</translation>
    </message>
    <message>
        <source>a number, {low} and {high}</source>
        <translation>{low}且{high}的数</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>一张图片</translation>
    </message>
    <message>
        <source>a sequence (time×features)</source>
        <translation>序列（时间×特征）</translation>
    </message>
    <message>
        <source>a setting is nested more than {depth} deep</source>
        <translation>有设置的嵌套超过 {depth} 级</translation>
    </message>
    <message>
        <source>a slot does not hold a list of layers</source>
        <translation>有槽位里不是层的列表</translation>
    </message>
    <message>
        <source>a text on one line</source>
        <translation>一行文本</translation>
    </message>
    <message>
        <source>a whole number from 0 to {maximum}, or four of them for left, right, top and bottom</source>
        <translation>0 到 {maximum} 之间的整数，或分别表示左、右、上、下的四个</translation>
    </message>
    <message>
        <source>a whole number from 0 to {maximum}, or two of them for start and end</source>
        <translation>0 到 {maximum} 之间的整数，或分别表示开头和结尾的两个</translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}</source>
        <translation>{minimum} 到 {maximum} 之间的整数</translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum} or &quot;auto&quot;</source>
        <translation>{minimum} 到 {maximum} 之间的整数或“auto”</translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}, or three of them for depth, height and width</source>
        <translation>{minimum} 到 {maximum} 之间的整数，或分别表示深、高和宽的三个</translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}, or three of them for depth, height and width, or null</source>
        <translation>{minimum} 到 {maximum} 之间的整数，或分别表示深、高和宽的三个，或 null</translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}, or two of them for height and width</source>
        <translation>{minimum} 到 {maximum} 之间的整数，或分别表示高和宽的两个</translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}, or two of them for height and width, or null</source>
        <translation>{minimum} 到 {maximum} 之间的整数，或分别表示高和宽的两个，或 null</translation>
    </message>
    <message>
        <source>above {bound}</source>
        <translation>大于 {bound}</translation>
    </message>
    <message>
        <source>adaptive pooling, AdaptiveAveragePooling1D</source>
        <translation>一维自适应平均池化, 自适应池化</translation>
    </message>
    <message>
        <source>adaptive pooling, AdaptiveAveragePooling2D</source>
        <translation>二维自适应平均池化, 自适应池化</translation>
    </message>
    <message>
        <source>adaptive pooling, AdaptiveMaxPooling1D</source>
        <translation>一维自适应最大池化, 自适应池化</translation>
    </message>
    <message>
        <source>adaptive pooling, AdaptiveMaxPooling2D</source>
        <translation>二维自适应最大池化, 自适应池化</translation>
    </message>
    <message>
        <source>all labels right</source>
        <translation>标签全对</translation>
    </message>
    <message>
        <source>an array of shape {shape} is no picture</source>
        <translation>形状为 {shape} 的数组不是图片</translation>
    </message>
    <message>
        <source>an entry &quot;{key}&quot; is missing or not a text</source>
        <translation>缺少条目“{key}”或它不是文本</translation>
    </message>
    <message>
        <source>an entry &quot;{key}&quot; is neither true nor false</source>
        <translation>条目“{key}”既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>an entry &quot;{key}&quot; is not a number</source>
        <translation>条目“{key}”不是数</translation>
    </message>
    <message>
        <source>attention, pooling over time, weighted mean, Bahdanau</source>
        <translation>时间池化, 加权平均, 注意力</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>below {bound}</source>
        <translation>小于 {bound}</translation>
    </message>
    <message>
        <source>best epoch {epoch}: validation {metric} {value}</source>
        <translation>最好的第 {epoch} 轮：验证{metric} {value}</translation>
    </message>
    <message>
        <source>best so far</source>
        <translation>目前最好</translation>
    </message>
    <message>
        <source>bfloat16, mixed</source>
        <translation>bfloat16（混合）</translation>
    </message>
    <message>
        <source>block, Sequential, nested</source>
        <translation>分组, 模块, 嵌套, 顺序</translation>
    </message>
    <message>
        <source>both directions</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>causal</source>
        <translation>因果</translation>
    </message>
    <message>
        <source>channels first</source>
        <translation>通道在前</translation>
    </message>
    <message>
        <source>channels last</source>
        <translation>通道在后</translation>
    </message>
    <message>
        <source>choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>class {name}, {lines} lines</source>
        <translation>类 {name}，{lines} 行</translation>
    </message>
    <message>
        <source>clip, clamp, hard tanh</source>
        <translation>截断, 限幅, 硬双曲正切</translation>
    </message>
    <message>
        <source>column by column</source>
        <translation>逐列</translation>
    </message>
    <message>
        <source>continuous ELU</source>
        <translation>连续指数线性单元</translation>
    </message>
    <message>
        <source>crop, middle</source>
        <translation>居中裁剪, 截取</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>data source</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>each of the numbers 1, 2 and so on once, in a new order, such as 2, 1</source>
        <translation>1、2 等每个数各一次，按新的顺序排列，例如 2, 1</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>error: prediction less truth</source>
        <translation>误差：预测减去真实值</translation>
    </message>
    <message>
        <source>exponential linear unit</source>
        <translation>指数线性单元</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>first step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>float16, mixed</source>
        <translation>float16（混合）</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>free for all purposes</source>
        <translation>可自由用于任何目的</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>fused update</source>
        <translation>融合更新</translation>
    </message>
    <message>
        <source>gated linear unit, gate</source>
        <translation>门控线性单元, 门控</translation>
    </message>
    <message>
        <source>gated recurrent unit, recurrent, Bidirectional, return_sequences</source>
        <translation>门控循环单元, 循环, 双向</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>gradients {size}</source>
        <translation>梯度 {size}</translation>
    </message>
    <message>
        <source>hard sigmoid, HardSigmoid</source>
        <translation>硬 S 型函数</translation>
    </message>
    <message>
        <source>hard swish, HardSwish, HardSiLU, MobileNet</source>
        <translation>硬 Swish, 分段近似</translation>
    </message>
    <message>
        <source>hyperbolic tangent</source>
        <translation>双曲正切</translation>
    </message>
    <message>
        <source>images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>imbalanced {ratio} : 1</source>
        <translation>不均衡 {ratio} : 1</translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation>初始化方式</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>it has no entry &quot;format&quot;</source>
        <translation>没有条目“format”</translation>
    </message>
    <message>
        <source>it has no pixels</source>
        <translation>它没有像素</translation>
    </message>
    <message>
        <source>it has no sound in it</source>
        <translation>其中没有声音</translation>
    </message>
    <message>
        <source>it has too many pixels</source>
        <translation>它的像素太多</translation>
    </message>
    <message>
        <source>it has {count} channels</source>
        <translation>它有 {count} 个通道</translation>
    </message>
    <message>
        <source>it has {rate} samples a second</source>
        <translation>它每秒有 {rate} 个样本</translation>
    </message>
    <message>
        <source>it holds a number that is too large for a file</source>
        <translation>含有大到无法存入文件的数</translation>
    </message>
    <message>
        <source>it holds more than weights, which could run code when it is opened; save it again with torch.save(model.state_dict(), path)</source>
        <translation>它不只含有权重，打开时可能会运行代码；请用 torch.save(model.state_dict(), path) 重新保存</translation>
    </message>
    <message>
        <source>it holds no weights</source>
        <translation>它不含权重</translation>
    </message>
    <message>
        <source>it holds {value}, which is not a number</source>
        <translation>含有 {value}，它不是数</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>它已损坏</translation>
    </message>
    <message>
        <source>it is damaged or no file of weights</source>
        <translation>它已损坏，或不是权重文件</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套太深</translation>
    </message>
    <message>
        <source>it is no picture</source>
        <translation>它不是图片</translation>
    </message>
    <message>
        <source>it is no sound</source>
        <translation>它不是声音</translation>
    </message>
    <message>
        <source>it is no sound or damaged</source>
        <translation>它不是声音，或已损坏</translation>
    </message>
    <message>
        <source>it is no text</source>
        <translation>它不是文本</translation>
    </message>
    <message>
        <source>it is no text file</source>
        <translation>它不是文本文件</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>it is too short</source>
        <translation>它太短</translation>
    </message>
    <message>
        <source>it is {kind} instead of a path, an image or an array of uint8</source>
        <translation>它是 {kind}，而不是路径、图像或 uint8 数组</translation>
    </message>
    <message>
        <source>it is {kind} of shape {shape}, not a course of samples</source>
        <translation>它是形状为 {shape} 的 {kind}，而不是一列采样值</translation>
    </message>
    <message>
        <source>its &quot;format&quot; is {value}</source>
        <translation>“format”的值是 {value}</translation>
    </message>
    <message>
        <source>its entry &quot;{key}&quot; does not hold texts only</source>
        <translation>条目“{key}”中不全是文本</translation>
    </message>
    <message>
        <source>its entry &quot;{key}&quot; holds {value}, not a positive number</source>
        <translation>条目“{key}”的值是 {value}，不是正数</translation>
    </message>
    <message>
        <source>its entry &quot;{key}&quot; is missing or not a count</source>
        <translation>缺少条目“{key}”或它不是计数</translation>
    </message>
    <message>
        <source>its entry &quot;{key}&quot; is missing or not a list</source>
        <translation>缺少条目“{key}”或它不是列表</translation>
    </message>
    <message>
        <source>its entry &quot;{key}&quot; is missing or not an object</source>
        <translation>缺少条目“{key}”或它不是对象</translation>
    </message>
    <message>
        <source>its weights {name} are not finite numbers</source>
        <translation>其中的权重 {name} 不是有限的数</translation>
    </message>
    <message>
        <source>last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>last step, first step, class token, pooling over time, Lambda</source>
        <translation>取最后一步, 取第一步, 类别标记, 时间池化</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>layer outputs for the backward pass {size}</source>
        <translation>供反向传播用的各层输出 {size}</translation>
    </message>
    <message>
        <source>layers are nested more than {depth} deep</source>
        <translation>层的嵌套超过 {depth} 级</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>可学习</translation>
    </message>
    <message>
        <source>left the picture, right what came back</source>
        <translation>左边是图片，右边是还原出的</translation>
    </message>
    <message>
        <source>left the picture, then with noise, right what came back</source>
        <translation>左边是图片，中间加了噪声，右边是还原出的</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>log_sigmoid</source>
        <translation>对数 S 型函数</translation>
    </message>
    <message>
        <source>log_softmax, log probabilities</source>
        <translation>对数归一化指数, 对数概率</translation>
    </message>
    <message>
        <source>logistic</source>
        <translation>S 型函数, 逻辑函数</translation>
    </message>
    <message>
        <source>long short-term memory, recurrent, Bidirectional, return_sequences</source>
        <translation>长短期记忆, 循环, 双向</translation>
    </message>
    <message>
        <source>loop, copies, times, shared weights</source>
        <translation>重复, 循环, 副本, 共享权重</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss {value}</source>
        <translation>损失 {value}</translation>
    </message>
    <message>
        <source>lr / d → lr → lr / (d · f), along the cosine</source>
        <translation>lr / d → lr → lr / (d · f)，沿余弦变化</translation>
    </message>
    <message>
        <source>lr ← γ · lr where nothing improved for more than p epochs</source>
        <translation>超过 p 轮没有改善时 lr ← γ · lr</translation>
    </message>
    <message>
        <source>mean squared error of a picture</source>
        <translation>一张图片的均方误差</translation>
    </message>
    <message>
        <source>memory {used} of {total}</source>
        <translation>内存 {used} / {total}</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>moved from {before} to {after}</source>
        <translation>从{before}移到{after}</translation>
    </message>
    <message>
        <source>multiplicative noise</source>
        <translation>乘性噪声, 高斯</translation>
    </message>
    <message>
        <source>netstudio was not closed well. Open “{name}” again?</source>
        <translation>netstudio 上次没有正常关闭。要重新打开“{name}”吗？</translation>
    </message>
    <message>
        <source>netstudio {own}, in use {used} of {total}</source>
        <translation>netstudio 占 {own}，共占 {used} / {total}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no NVIDIA driver was found</source>
        <translation>没有找到 NVIDIA 驱动程序</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>no samples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>noise, stddev</source>
        <translation>噪声, 标准差</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>不是有限的数</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚未知道</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>one for both classes</source>
        <translation>两个类别共用一个</translation>
    </message>
    <message>
        <source>one for each class</source>
        <translation>每个类别一个</translation>
    </message>
    <message>
        <source>one for each label</source>
        <translation>每个标签一个</translation>
    </message>
    <message>
        <source>one for each number to predict</source>
        <translation>每个要预测的数一个</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>还有 1 个</translation>
    </message>
    <message>
        <source>one of {options}</source>
        <translation>{options} 之一</translation>
    </message>
    <message>
        <source>one of {options} for each name</source>
        <translation>每个名字对应 {options} 之一</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>optimizer {size}</source>
        <translation>优化器 {size}</translation>
    </message>
    <message>
        <source>output {shape}</source>
        <translation>输出 {shape}</translation>
    </message>
    <message>
        <source>outputs: number of classes</source>
        <translation>输出数：类别数</translation>
    </message>
    <message>
        <source>p = {p}</source>
        <translation>p = {p}</translation>
    </message>
    <message>
        <source>pad, mirror, reflect</source>
        <translation>一维反射填充, 镜像填充</translation>
    </message>
    <message>
        <source>pad, mirror, reflect, border</source>
        <translation>二维反射填充, 镜像填充</translation>
    </message>
    <message>
        <source>pad, repeat, replicate</source>
        <translation>一维复制填充, 重复边缘</translation>
    </message>
    <message>
        <source>pad, repeat, replicate, border</source>
        <translation>二维复制填充, 重复边缘</translation>
    </message>
    <message>
        <source>padding {padding}</source>
        <translation>填充 {padding}</translation>
    </message>
    <message>
        <source>parametric ReLU, learned slope</source>
        <translation>参数化修正线性单元, 可学习斜率</translation>
    </message>
    <message>
        <source>past</source>
        <translation>过去</translation>
    </message>
    <message>
        <source>patches of {size}</source>
        <translation>小块 {size}</translation>
    </message>
    <message>
        <source>pictures (channels×height×width)</source>
        <translation>图像（通道×高×宽）</translation>
    </message>
    <message>
        <source>pixel by pixel</source>
        <translation>逐像素</translation>
    </message>
    <message>
        <source>place {number}</source>
        <translation>第 {number} 位</translation>
    </message>
    <message>
        <source>place {number} in {container}</source>
        <translation>{container}中第 {number} 位</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>position embedding, sinusoidal, order, Transformer</source>
        <translation>位置嵌入, 正弦, 顺序</translation>
    </message>
    <message>
        <source>power average, norm pooling</source>
        <translation>幂平均池化, 范数池化</translation>
    </message>
    <message>
        <source>predicted {label}</source>
        <translation>预测为 {label}</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>归一化指数, 概率</translation>
    </message>
    <message>
        <source>rate ×{factor}</source>
        <translation>学习率 ×{factor}</translation>
    </message>
    <message>
        <source>reading it needs the Python package pillow-heif</source>
        <translation>读取它需要 Python 包 pillow-heif</translation>
    </message>
    <message>
        <source>rectifier</source>
        <translation>线性整流, 修正线性单元</translation>
    </message>
    <message>
        <source>reduction {reduction}</source>
        <translation>压缩比 {reduction}</translation>
    </message>
    <message>
        <source>regularisation, noise</source>
        <translation>丢弃, 暂退法, 随机失活, 正则化</translation>
    </message>
    <message>
        <source>replayed steps</source>
        <translation>重放执行</translation>
    </message>
    <message>
        <source>research only</source>
        <translation>仅限研究</translation>
    </message>
    <message>
        <source>reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>reshape, decoder</source>
        <translation>还原形状, 变形, 解码器</translation>
    </message>
    <message>
        <source>reshape, vector</source>
        <translation>展平, 拉直, 变形, 向量</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>row by row</source>
        <translation>逐行</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>rows from the last known one</source>
        <translation>从最后一个已知值起的行数</translation>
    </message>
    <message>
        <source>rows, row by row, image to sequence, pixels</source>
        <translation>图像转序列, 逐行读取, 像素</translation>
    </message>
    <message>
        <source>rows: true class, columns: predicted class</source>
        <translation>行：真实类别，列：预测类别</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>sample {number}</source>
        <translation>样本 {number}</translation>
    </message>
    <message>
        <source>sample {number} of {count}</source>
        <translation>样本 {number}（共 {count} 个）</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>self-attention, Transformer, scaled dot-product</source>
        <translation>多头注意力, 自注意力, 缩放点积</translation>
    </message>
    <message>
        <source>self-normalizing, scaled ELU</source>
        <translation>自归一化, 缩放指数线性单元</translation>
    </message>
    <message>
        <source>separate updates</source>
        <translation>分开更新</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>sinusoidal</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>size {rms:.1e}</source>
        <translation>大小 {rms:.1e}</translation>
    </message>
    <message>
        <source>size {rms:.2g}, within ±{reach:g}</source>
        <translation>大小 {rms:.2g}，在 ±{reach:g} 以内</translation>
    </message>
    <message>
        <source>slope {slope}</source>
        <translation>斜率 {slope}</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>some empty</source>
        <translation>部分为空</translation>
    </message>
    <message>
        <source>sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>space to depth</source>
        <translation>像素重排, 空间转深度</translation>
    </message>
    <message>
        <source>spatial attention, channel attention, gate</source>
        <translation>空间注意力, 通道注意力, 门控</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>steps one by one</source>
        <translation>逐步执行</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>super-resolution, depth to space, sub-pixel</source>
        <translation>像素重排, 亚像素, 超分辨率</translation>
    </message>
    <message>
        <source>swish</source>
        <translation>自门控线性单元</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>test: {figures}</source>
        <translation>测试集：{figures}</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>the NVIDIA driver shows no device that this PyTorch can use</source>
        <translation>NVIDIA 驱动程序没有报告这个 PyTorch 可用的设备</translation>
    </message>
    <message>
        <source>the batch itself {size}</source>
        <translation>批本身 {size}</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>the path of a file</source>
        <translation>文件的路径</translation>
    </message>
    <message>
        <source>the path of a folder</source>
        <translation>文件夹路径</translation>
    </message>
    <message>
        <source>there is no such device</source>
        <translation>没有这样的设备</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>this Mac has no GPU that PyTorch can use, or an old macOS</source>
        <translation>这台 Mac 没有 PyTorch 可用的 GPU，或 macOS 版本太旧</translation>
    </message>
    <message>
        <source>this PyTorch was built without CUDA</source>
        <translation>这个 PyTorch 不带 CUDA</translation>
    </message>
    <message>
        <source>this PyTorch, built for ROCm, found no AMD GPU</source>
        <translation>这个 PyTorch 用于 ROCm，但没有找到 AMD 显卡</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>to {size}</source>
        <translation>至 {size}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>token ids (one for each time step)</source>
        <translation>词元编号（每个时间步一个）</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>train {value}</source>
        <translation>训练 {value}</translation>
    </message>
    <message>
        <source>trained the stack as of {time}</source>
        <translation>训练的是 {time} 时的网络</translation>
    </message>
    <message>
        <source>training the stack as of {time}</source>
        <translation>正在训练 {time} 时的网络</translation>
    </message>
    <message>
        <source>transpose, swap axes</source>
        <translation>转置, 交换轴</translation>
    </message>
    <message>
        <source>true \ predicted</source>
        <translation>真实 \ 预测</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>true {label} · {share}</source>
        <translation>真实为 {label} · {share}</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真实值</translation>
    </message>
    <message>
        <source>two whole numbers, which one and of how many, {most} at most, or null</source>
        <translation>两个整数，即第几个和共多少个，最多 {most}，或 null</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>validation {value}</source>
        <translation>验证 {value}</translation>
    </message>
    <message>
        <source>validation: {figures}</source>
        <translation>验证集：{figures}</translation>
    </message>
    <message>
        <source>view, shape</source>
        <translation>变形, 重排形状</translation>
    </message>
    <message>
        <source>volumes (channels×depth×height×width)</source>
        <translation>体数据（通道×深×高×宽）</translation>
    </message>
    <message>
        <source>weights {size}</source>
        <translation>权重 {size}</translation>
    </message>
    <message>
        <source>what came in</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>whole input</source>
        <translation>整个输入</translation>
    </message>
    <message>
        <source>whole numbers from {minimum} to {maximum}, the smallest first, such as 30, 60</source>
        <translation>从 {minimum} 到 {maximum} 的整数，由小到大，例如 30, 60</translation>
    </message>
    <message>
        <source>whole sequence</source>
        <translation>整个序列</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>word vectors, lookup, token, text</source>
        <translation>词嵌入, 词向量, 查表, 文本</translation>
    </message>
    <message>
        <source>y = a · (x · m + α′ · (1 − m)) + b,  m ~ Bernoulli(1 − p) for each channel</source>
        <translation>y = a · (x · m + α′ · (1 − m)) + b，每个通道 m ~ Bernoulli(1 − p)</translation>
    </message>
    <message>
        <source>y = a · σ(b), where x = (a, b)</source>
        <translation>y = a · σ(b)，其中 x = (a, b)</translation>
    </message>
    <message>
        <source>y = x + n,  n ~ N(0, σ²);  y = x when not training</source>
        <translation>y = x + n，n ~ N(0, σ²)；不在训练时 y = x</translation>
    </message>
    <message>
        <source>y = x for x &gt; 0, α (eˣ − 1) otherwise</source>
        <translation>x &gt; 0 时 y = x，否则 y = α (eˣ − 1)</translation>
    </message>
    <message>
        <source>y = x for x ≥ 0, a·x otherwise</source>
        <translation>x ≥ 0 时 y = x，否则 y = a·x</translation>
    </message>
    <message>
        <source>y = x for x ≥ 0, a·x otherwise, a learned</source>
        <translation>x ≥ 0 时 y = x，否则 y = a·x，a 通过学习得到</translation>
    </message>
    <message>
        <source>y = x · m / (1 − p),  m ~ Bernoulli(1 − p) for each sample</source>
        <translation>y = x · m / (1 − p)，每个样本 m ~ Bernoulli(1 − p)</translation>
    </message>
    <message>
        <source>y = x · m / (1 − p),  m ~ Bernoulli(1 − p);  y = x when not training</source>
        <translation>y = x · m / (1 − p)，m ~ Bernoulli(1 − p)；不在训练时 y = x</translation>
    </message>
    <message>
        <source>y = x · n,  n ~ N(1, p / (1 − p));  y = x when not training</source>
        <translation>y = x · n，n ~ N(1, p / (1 − p))；不在训练时 y = x</translation>
    </message>
    <message>
        <source>y = x[n]  or  y = x[1]</source>
        <translation>y = x[n] 或 y = x[1]</translation>
    </message>
    <message>
        <source>y = γ (x − mean) / √(var + ε) + β, mean and var over the batch</source>
        <translation>y = γ (x − mean) / √(var + ε) + β，mean 与 var 对整批计算</translation>
    </message>
    <message>
        <source>y = γ (x − mean) / √(var + ε) + β, mean and var within a channel</source>
        <translation>y = γ (x − mean) / √(var + ε) + β，mean 与 var 在一个通道内计算</translation>
    </message>
    <message>
        <source>y = γ (x − mean) / √(var + ε) + β, mean and var within a group of channels</source>
        <translation>y = γ (x − mean) / √(var + ε) + β，mean 与 var 在一组通道内计算</translation>
    </message>
    <message>
        <source>y = γ (x − mean) / √(var + ε) + β, mean and var within the sample</source>
        <translation>y = γ (x − mean) / √(var + ε) + β，mean 与 var 在样本内计算</translation>
    </message>
    <message>
        <source>y = λx for x &gt; 0, λα (eˣ − 1) otherwise, λ ≈ 1.0507, α ≈ 1.6733</source>
        <translation>x &gt; 0 时 y = λx，否则 y = λα (eˣ − 1)，λ ≈ 1.0507，α ≈ 1.6733</translation>
    </message>
    <message>
        <source>y[c] = x[c] / (k + α/n · Σ x[c′]²)^β, over n neighbouring channels c′</source>
        <translation>y[c] = x[c] / (k + α/n · Σ x[c′]²)^β，c′ 取 n 个相邻通道</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{archive} cannot be unpacked, because it is damaged or packed in an unusual way. Get a fresh copy, or unpack it yourself and choose the folder.</source>
        <translation>无法解包 {archive}，因为它已损坏或打包方式特殊。请重新获取，或自行解包后选择文件夹。</translation>
    </message>
    <message>
        <source>{archive} could not be read ({reason}). Choose another file.</source>
        <translation>无法读取 {archive}（{reason}）。请选择其他文件。</translation>
    </message>
    <message>
        <source>{archive} could not be unpacked to {file} ({reason}). Free some space, or unpack it yourself and choose the folder.</source>
        <translation>无法把 {archive} 解包到 {file}（{reason}）。请腾出空间，或自行解包后选择文件夹。</translation>
    </message>
    <message>
        <source>{archive} does not fit on the disk when it is unpacked. Free some space, or keep the data in another folder.</source>
        <translation>{archive} 解包后磁盘放不下。请腾出空间，或把数据放在其他文件夹中。</translation>
    </message>
    <message>
        <source>{archive} holds a link or a device ({name}) and was not unpacked. Pack it again with nothing but files and folders.</source>
        <translation>{archive} 中含有链接或设备（{name}），没有解包。请重新打包，只包含文件和文件夹。</translation>
    </message>
    <message>
        <source>{archive} holds more than {count} files. Unpack it yourself and choose the folder.</source>
        <translation>{archive} 中的文件超过 {count} 个。请自行解包后选择文件夹。</translation>
    </message>
    <message>
        <source>{archive} is locked with a password. Unpack it yourself and choose the folder.</source>
        <translation>{archive} 有密码保护。请自行解包后选择文件夹。</translation>
    </message>
    <message>
        <source>{archive} would become more than {times} times as large when unpacked, as archives do that are made to fill a disk. If you trust it, unpack it yourself and choose the folder.</source>
        <translation>{archive} 解包后会变成 {times} 倍以上，专门用来填满磁盘的压缩包就是这样。如果你信任它，请自行解包后选择文件夹。</translation>
    </message>
    <message>
        <source>{archive} would write outside its folder ({name}) and was not unpacked. Do not use it, or ask where it comes from.</source>
        <translation>{archive} 会写到它的文件夹之外（{name}），没有解包。请不要使用它，或查明它的来源。</translation>
    </message>
    <message>
        <source>{bound} at most</source>
        <translation>不大于 {bound}</translation>
    </message>
    <message>
        <source>{bound} or more</source>
        <translation>不小于 {bound}</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count} 个类别</translation>
    </message>
    <message>
        <source>{count} classes have fewer than {smallest} samples and are left out: {names}.</source>
        <translation>{count} 个类别的样本少于 {smallest} 个，已略去：{names}。</translation>
    </message>
    <message>
        <source>{count} classes have fewer than {smallest} samples and are merged into “{other}”: {names}.</source>
        <translation>{count} 个类别的样本少于 {smallest} 个，已合并为“{other}”：{names}。</translation>
    </message>
    <message>
        <source>{count} classes have fewer than {smallest} samples, too few to learn from: {names}.</source>
        <translation>{count} 个类别的样本少于 {smallest} 个，太少而难以学习：{names}。</translation>
    </message>
    <message>
        <source>{count} dimensions</source>
        <translation>{count} 维</translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>已完成 {count}</translation>
    </message>
    <message>
        <source>{count} epochs</source>
        <translation>{count} 轮</translation>
    </message>
    <message>
        <source>{count} errors</source>
        <translation>{count} 个错误</translation>
    </message>
    <message>
        <source>{count} filters</source>
        <translation>{count} 个卷积核</translation>
    </message>
    <message>
        <source>{count} filters per channel</source>
        <translation>每通道 {count} 个卷积核</translation>
    </message>
    <message>
        <source>{count} findings</source>
        <translation>{count} 项发现</translation>
    </message>
    <message>
        <source>{count} floating-point operations for one sample</source>
        <translation>一个样本 {count} 次浮点运算</translation>
    </message>
    <message>
        <source>{count} folders of pictures, one for each class: {names}</source>
        <translation>{count} 个图片文件夹，每个类别一个：{names}</translation>
    </message>
    <message>
        <source>{count} folders of sounds, one for each class: {names}</source>
        <translation>{count} 个声音文件夹，每个类别一个：{names}</translation>
    </message>
    <message>
        <source>{count} folders of texts, one for each class: {names}</source>
        <translation>{count} 个文本文件夹，每个类别一个：{names}</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} 组</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} heads</source>
        <translation>{count} 个头</translation>
    </message>
    <message>
        <source>{count} inner features</source>
        <translation>内部特征 {count} 个</translation>
    </message>
    <message>
        <source>{count} labels</source>
        <translation>{count} 个标签</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count} 层</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} missing.</source>
        <translation>缺失 {count} 个。</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
    <message>
        <source>{count} numbers</source>
        <translation>{count} 个数</translation>
    </message>
    <message>
        <source>{count} numbers come out.</source>
        <translation>输出 {count} 个数。</translation>
    </message>
    <message>
        <source>{count} of {total} training samples have a wrong target, as chosen.</source>
        <translation>按照选择，{total} 个训练样本中有 {count} 个的目标是错的。</translation>
    </message>
    <message>
        <source>{count} outputs</source>
        <translation>{count} 个输出</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 参数</translation>
    </message>
    <message>
        <source>{count} params</source>
        <translation>{count} 参数</translation>
    </message>
    <message>
        <source>{count} pictures have no label in {table} and are left out: {names}.</source>
        <translation>{count} 张图片在 {table} 中没有标签，已略去：{names}。</translation>
    </message>
    <message>
        <source>{count} rarer ones are not shown.</source>
        <translation>有 {count} 个较少见的没有显示。</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{count} rows from {first} to {last}</source>
        <translation>从 {first} 到 {last} 的 {count} 行</translation>
    </message>
    <message>
        <source>{count} rows have no value of {names}, which is to be predicted, and are left out.</source>
        <translation>{count} 行没有要预测的 {names} 的值，已略去。</translation>
    </message>
    <message>
        <source>{count} rows of {table} name no picture of the folder: {names}.</source>
        <translation>{table} 有 {count} 行所指的图片不在文件夹中：{names}。</translation>
    </message>
    <message>
        <source>{count} runs compared</source>
        <translation>比较 {count} 次训练</translation>
    </message>
    <message>
        <source>{count} runs · {size}</source>
        <translation>{count} 次训练 · {size}</translation>
    </message>
    <message>
        <source>{count} samples</source>
        <translation>{count} 个样本</translation>
    </message>
    <message>
        <source>{count} samples, most confident first</source>
        <translation>{count} 个样本，最有把握的在前</translation>
    </message>
    <message>
        <source>{count} samples/s</source>
        <translation>{count} 样本/秒</translation>
    </message>
    <message>
        <source>{count} sequences have missing values; the last known one stands for each.</source>
        <translation>{count} 个序列含有缺失值；用上一个已知值代替。</translation>
    </message>
    <message>
        <source>{count} series of photographs of the same thing were found; each stays together in one part.</source>
        <translation>发现 {count} 组同一事物的连拍照片；每组留在同一部分中。</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 步</translation>
    </message>
    <message>
        <source>{count} target columns are chosen ({names}), but classes come from one column. Choose one.</source>
        <translation>选择了 {count} 个目标列（{names}），但类别只来自一列。请选择一个。</translation>
    </message>
    <message>
        <source>{count} test</source>
        <translation>测试 {count}</translation>
    </message>
    <message>
        <source>{count} texts are empty and are left out.</source>
        <translation>{count} 段文本为空，已略去。</translation>
    </message>
    <message>
        <source>{count} texts are longer than {longest} characters, of which only the beginning is read.</source>
        <translation>{count} 段文本超过 {longest} 个字符，只读取开头。</translation>
    </message>
    <message>
        <source>{count} texts hold HTML entities such as {example}, which are read as the signs they stand for unless that is switched off.</source>
        <translation>{count} 段文本含有 {example} 之类的 HTML 实体；除非关闭此项，否则按其代表的符号读取。</translation>
    </message>
    <message>
        <source>{count} texts hold invisible characters such as {example}; they are passed over.</source>
        <translation>{count} 段文本含有 {example} 之类的不可见字符；它们会被跳过。</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>待处理 {count}</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} 个词元</translation>
    </message>
    <message>
        <source>{count} train</source>
        <translation>训练 {count}</translation>
    </message>
    <message>
        <source>{count} trainable</source>
        <translation>可训练 {count}</translation>
    </message>
    <message>
        <source>{count} training samples also occur in the validation or test part and are left out.</source>
        <translation>有 {count} 个训练样本也出现在验证集或测试集中，已略去。</translation>
    </message>
    <message>
        <source>{count} training samples equal others with a different label and are left out.</source>
        <translation>{count} 个训练样本与其他样本相同而标签不同，已略去。</translation>
    </message>
    <message>
        <source>{count} training samples equal others with a different label; all stay.</source>
        <translation>{count} 个训练样本与其他样本相同而标签不同；全部保留。</translation>
    </message>
    <message>
        <source>{count} training samples equal others with a different label; those without the most frequent label are left out.</source>
        <translation>{count} 个训练样本与其他样本相同而标签不同；不是最常见标签的已略去。</translation>
    </message>
    <message>
        <source>{count} training samples repeat others and are left out.</source>
        <translation>{count} 个训练样本与其他样本重复，已略去。</translation>
    </message>
    <message>
        <source>{count} training samples repeat others; equal ones stay in one part.</source>
        <translation>{count} 个训练样本与其他样本重复；相同的留在同一部分中。</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} 个单元</translation>
    </message>
    <message>
        <source>{count} validation</source>
        <translation>验证 {count}</translation>
    </message>
    <message>
        <source>{count} validation samples also occur in the test part and are left out.</source>
        <translation>有 {count} 个验证样本也出现在测试集中，已略去。</translation>
    </message>
    <message>
        <source>{count} values of the column {name} are no numbers and count as missing: {cells}.</source>
        <translation>列 {name} 有 {count} 个值不是数，算作缺失：{cells}。</translation>
    </message>
    <message>
        <source>{count} warnings</source>
        <translation>{count} 个警告</translation>
    </message>
    <message>
        <source>{count} windows of {window} rows and {width} numbers would need {size:.0f} GB of memory. Choose a smaller window, or fewer input columns.</source>
        <translation>{count} 个窗口，每个 {window} 行、{width} 个数，需要 {size:.0f} GB 内存。请选择更小的窗口，或更少的输入列。</translation>
    </message>
    <message>
        <source>{count} × {layer}</source>
        <translation>{count} × {layer}</translation>
    </message>
    <message>
        <source>{count}, frozen</source>
        <translation>{count}，已冻结</translation>
    </message>
    <message>
        <source>{count}, of which {trainable} learn</source>
        <translation>{count}，其中 {trainable} 参与学习</translation>
    </message>
    <message>
        <source>{count}, {trainable} trainable</source>
        <translation>{count}，可训练 {trainable}</translation>
    </message>
    <message>
        <source>{count}: {share} of the network</source>
        <translation>{count}：占网络的 {share}</translation>
    </message>
    <message>
        <source>{curve} {value}</source>
        <translation>{curve} {value}</translation>
    </message>
    <message>
        <source>{device} · not available</source>
        <translation>{device} · 不可用</translation>
    </message>
    <message>
        <source>{done} / {planned} folds</source>
        <translation>{done} / {planned} 折</translation>
    </message>
    <message>
        <source>{done} of {planned} epochs were done, on {when}.</source>
        <translation>{when}，已完成 {planned} 轮中的 {done} 轮。</translation>
    </message>
    <message>
        <source>{done} of {planned} folds were done, on {when}.</source>
        <translation>{when}，已完成 {planned} 折中的 {done} 折。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{drop_here} · {shape} becomes {output}</source>
        <translation>{drop_here} · {shape} 变为 {output}</translation>
    </message>
    <message>
        <source>{drop_here} · {shape} fits</source>
        <translation>{drop_here} · {shape} 合适</translation>
    </message>
    <message>
        <source>{drop_here} · {shape} fits, but {layer} around it does not</source>
        <translation>{drop_here} · {shape} 合适，但外层的 {layer} 不再合适</translation>
    </message>
    <message>
        <source>{drop_here} · {shape} fits, but {layer} below does not</source>
        <translation>{drop_here} · {shape} 合适，但下面的 {layer} 不再合适</translation>
    </message>
    <message>
        <source>{dropout} works in training only, so {norm} behind it learns a spread of the numbers that is wrong in use. Move {dropout} behind {norm}.</source>
        <translation>{dropout} 只在训练时起作用，因此它后面的 {norm} 学到的数据分布在使用时并不正确。请把 {dropout} 移到 {norm} 之后。</translation>
    </message>
    <message>
        <source>{family}: {count}</source>
        <translation>{family} {count}</translation>
    </message>
    <message>
        <source>{fewest} to {most} whole numbers from 1 to {maximum}, one of which may be -1 for what is left over</source>
        <translation>{fewest} 到 {most} 个 1 到 {maximum} 之间的整数，其中一个可以是 -1，表示剩余的部分</translation>
    </message>
    <message>
        <source>{figure} has not improved by more than {change} for 1 epoch.</source>
        <translation>{figure}已有 1 轮没有改善超过 {change}。</translation>
    </message>
    <message>
        <source>{figure} has not improved by more than {change} for {count} epochs.</source>
        <translation>{figure}已有 {count} 轮没有改善超过 {change}。</translation>
    </message>
    <message>
        <source>{figure} has not improved for 1 epoch.</source>
        <translation>{figure}已有 1 轮没有改善。</translation>
    </message>
    <message>
        <source>{figure} has not improved for {count} epochs.</source>
        <translation>{figure}已有 {count} 轮没有改善。</translation>
    </message>
    <message>
        <source>{figure} has reached {target}.</source>
        <translation>{figure}已达到 {target}。</translation>
    </message>
    <message>
        <source>{figure} is not measured for {task}. Monitor one of: {known}.</source>
        <translation>{task}不计算 {figure}。请监控以下之一：{known}。</translation>
    </message>
    <message>
        <source>{figure}, test</source>
        <translation>测试{figure}</translation>
    </message>
    <message>
        <source>{figure}, training</source>
        <translation>训练{figure}</translation>
    </message>
    <message>
        <source>{figure}, validation</source>
        <translation>验证{figure}</translation>
    </message>
    <message>
        <source>{file} cannot be read as a sequence. Choose an .npy file, or a text file with the numbers of one step in each line.</source>
        <translation>无法把 {file} 作为序列读取。请选择 .npy 文件，或每行写有一步的数的文本文件。</translation>
    </message>
    <message>
        <source>{file} could not be read ({reason}). Choose a file that can be read.</source>
        <translation>无法读取 {file}（{reason}）。请选择可以读取的文件。</translation>
    </message>
    <message>
        <source>{file} could not be read as a NumPy file. Save it with numpy.savez, without Python objects in it.</source>
        <translation>无法把 {file} 作为 NumPy 文件读取。请用 numpy.savez 保存，其中不要有 Python 对象。</translation>
    </message>
    <message>
        <source>{file} could not be read as a table ({reason}). Choose another file, or save it as CSV.</source>
        <translation>无法把 {file} 作为表格读取（{reason}）。请选择其他文件，或另存为 CSV。</translation>
    </message>
    <message>
        <source>{file} could not be read as a table. Choose another file, or save it as CSV.</source>
        <translation>无法把 {file} 作为表格读取。请选择其他文件，或另存为 CSV。</translation>
    </message>
    <message>
        <source>{file} holds no rows of data. Choose a table with a row for each sample.</source>
        <translation>{file} 中没有数据行。请选择每个样本一行的表格。</translation>
    </message>
    <message>
        <source>{file} holds the arrays {names}. Sequences must be called x and their classes y.</source>
        <translation>{file} 中的数组为 {names}。序列必须叫 x，它们的类别必须叫 y。</translation>
    </message>
    <message>
        <source>{file} is a single sample. Choose a folder with one folder for each class, or open Use to ask a trained model about it.</source>
        <translation>{file} 是单个样本。请选择每个类别各有一个子文件夹的文件夹，或打开“使用”让训练好的模型来判断它。</translation>
    </message>
    <message>
        <source>{file} is no intact NumPy file. Write it again with numpy.savez or numpy.save.</source>
        <translation>{file} 不是完好的 NumPy 文件。请用 numpy.savez 或 numpy.save 重新写入。</translation>
    </message>
    <message>
        <source>{file} is no table of sequences. Each row must hold the class first or last and numbers otherwise, those of one sequence in the order of time.</source>
        <translation>{file} 不是序列的表格。每行必须在开头或末尾写类别，其余为数，即一个序列按时间先后的值。</translation>
    </message>
    <message>
        <source>{file} is not a text file. Save it as text in the encoding UTF-8, or choose another file.</source>
        <translation>{file} 不是文本文件。请以 UTF-8 编码另存为文本，或选择其他文件。</translation>
    </message>
    <message>
        <source>{file} lacks the column {name}. Choose a test file with the same columns.</source>
        <translation>{file} 缺少列 {name}。请选择列相同的测试文件。</translation>
    </message>
    <message>
        <source>{first} And one more: see the list of problems.</source>
        <translation>{first} 还有一个：见问题列表。</translation>
    </message>
    <message>
        <source>{first} And {count} more: see the list of problems.</source>
        <translation>{first} 还有 {count} 个：见问题列表。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 到 {last}</translation>
    </message>
    <message>
        <source>{first}, {rest}</source>
        <translation>{first}、{rest}</translation>
    </message>
    <message>
        <source>{folds} folds need as many samples or groups, but there are {count}. Choose fewer folds.</source>
        <translation>{folds} 折需要同样多的样本或组，但只有 {count} 个。请减少折数。</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({reason}). Check the connection to the internet and try again; what has arrived is kept.</source>
        <translation>无法连接 {host}（{reason}）。请检查网络连接后重试；已下载的部分会保留。</translation>
    </message>
    <message>
        <source>{host} does not give out {url} (answer {status}). Try again later, or get the file elsewhere and put it there: {target}.</source>
        <translation>{host} 不提供 {url}（应答 {status}）。请稍后重试，或从别处获取该文件并放到这里：{target}。</translation>
    </message>
    <message>
        <source>{input} cannot be read as a point. Give two numbers, x and y, such as 0.5, -1.2.</source>
        <translation>无法把 {input} 作为点读取。请给出两个数 x 和 y，例如 0.5, -1.2。</translation>
    </message>
    <message>
        <source>{input} cannot be read as a row of a table. Give a value for each of these columns, in this order: {columns}.</source>
        <translation>无法把 {input} 作为表格的一行读取。请按以下顺序给出各列的值：{columns}。</translation>
    </message>
    <message>
        <source>{input} has no value for the column {column}. Add one, empty where it is not known.</source>
        <translation>{input} 没有列 {column} 的值。请添加一个，未知时留空。</translation>
    </message>
    <message>
        <source>{input}: “{cell}” in the column {column} is no date. Write one such as 2024-12-31, or nothing.</source>
        <translation>{input}：列 {column} 中的“{cell}”不是日期。请写成 2024-12-31 这样，或留空。</translation>
    </message>
    <message>
        <source>{input}: “{cell}” in the column {column} is no number. Write a number, or nothing.</source>
        <translation>{input}：列 {column} 中的“{cell}”不是数。请写一个数，或留空。</translation>
    </message>
    <message>
        <source>{label} recognised</source>
        <translation>正确识别 {label}</translation>
    </message>
    <message>
        <source>{label} recognised: {count} of {total} ({share})</source>
        <translation>正确识别 {label}：{total} 个中的 {count} 个（{share}）</translation>
    </message>
    <message>
        <source>{label} taken for {other}</source>
        <translation>把 {label} 误认为 {other}</translation>
    </message>
    <message>
        <source>{label} taken for {other}: {count} ({share})</source>
        <translation>把 {label} 误认为 {other}：{count} 个（{share}）</translation>
    </message>
    <message>
        <source>{layers} selected</source>
        <translation>已选中 {layers}</translation>
    </message>
    <message>
        <source>{layer} ({type})</source>
        <translation>{layer}（{type}）</translation>
    </message>
    <message>
        <source>{layer} adds its input of {input} to {output}, but a padded shortcut cannot take channels away. Choose a learned projection.</source>
        <translation>{layer} 要把 {input} 的输入与 {output} 相加，但补零的捷径不能减少通道。请选择可学习的投影。</translation>
    </message>
    <message>
        <source>{layer} adds its input of {input} to {output}, which no shortcut can match. Make its layers give {input}, for example with padding same.</source>
        <translation>{layer} 要把 {input} 的输入与 {output} 相加，没有捷径能使二者匹配。请让其内部各层输出 {input}，例如使用 same 填充。</translation>
    </message>
    <message>
        <source>{layer} aligns corners, which repeated numbers cannot do. Choose another mode, or leave the corners.</source>
        <translation>{layer} 要对齐角点，而重复的方式做不到。请换一种方式，或不对齐角点。</translation>
    </message>
    <message>
        <source>{layer} calculates with numbers but receives {count} token ids, which only name words or characters. Add an Embedding layer before it.</source>
        <translation>{layer} 要对数值做计算，但收到的是 {count} 个词元编号，编号只是词或字符的代号。请在它前面添加 Embedding 层。</translation>
    </message>
    <message>
        <source>{layer} cannot cut pictures of {size} into patches of {patch} without a rest. Choose a patch size that divides both sides.</source>
        <translation>{layer} 不能把 {size} 的图像恰好切成 {patch} 的小块。请选择能整除高和宽的小块大小。</translation>
    </message>
    <message>
        <source>{layer} cuts off below {low} and above {high}, which leaves nothing. Make the highest larger than the lowest.</source>
        <translation>{layer} 截去小于 {low} 和大于 {high} 的部分，什么也不剩。请让上限大于下限。</translation>
    </message>
    <message>
        <source>{layer} cuts {cut} off {size}, so that nothing is left. Cut off less.</source>
        <translation>{layer} 从 {size} 中裁掉 {cut}，什么也不剩。请少裁一些。</translation>
    </message>
    <message>
        <source>{layer} deals out {features} features to {heads} heads, which is not even. Set {setting} to a divisor of {features}.</source>
        <translation>{layer} 要把 {features} 个特征分给 {heads} 个头，不能平均分配。请把{setting}设为 {features} 的约数。</translation>
    </message>
    <message>
        <source>{layer} drops numbers between its layers but has only one. Set {setting} to 0 and add a Dropout layer after it, or give it 2 layers.</source>
        <translation>{layer} 要在其各层之间丢弃，但只有一层。请把{setting}设为 0 并在它后面添加 Dropout 层，或设为 2 层。</translation>
    </message>
    <message>
        <source>{layer} expects {expected} but receives {shape}. Add {adapter} before it.</source>
        <translation>{layer} 需要{expected}，但收到的是 {shape}。请在它前面添加 {adapter}。</translation>
    </message>
    <message>
        <source>{layer} expects {expected} but receives {shape}. Move it, or use a layer that works on this shape.</source>
        <translation>{layer} 需要{expected}，但收到的是 {shape}。请移动它，或换用适合这种形状的层。</translation>
    </message>
    <message>
        <source>{layer} expects {expected} but receives {shape}. Set {setting} of {before} to {value}.</source>
        <translation>{layer} 需要{expected}，但收到的是 {shape}。请把 {before} 的{setting}设为 {value}。</translation>
    </message>
    <message>
        <source>{layer} expects {expected} but receives {shape}. Use {sibling} instead.</source>
        <translation>{layer} 需要{expected}，但收到的是 {shape}。请改用 {sibling}。</translation>
    </message>
    <message>
        <source>{layer} has no setting {argument} here; it was left out.</source>
        <translation>这里的 {layer} 没有设置 {argument}，已略去。</translation>
    </message>
    <message>
        <source>{layer} has only one number to normalise at a time, which always gives 0. Remove it, or shrink less in the layers before it.</source>
        <translation>{layer} 每次只有一个数可归一化，结果总是 0。请移除它，或让前面的层少缩小一些。</translation>
    </message>
    <message>
        <source>{layer} has output padding {padding}, but it must be smaller than the stride {stride} or the dilation {dilation}. Lower it to {fitting}.</source>
        <translation>{layer} 的输出填充为 {padding}，但必须小于步幅 {stride} 或膨胀率 {dilation}。请减小到 {fitting}。</translation>
    </message>
    <message>
        <source>{layer} has padding &quot;same&quot; and stride {stride}, which do not go together. Set the stride to 1 or give the padding as a number.</source>
        <translation>{layer} 的填充为“same”而步幅为 {stride}，两者不能同时使用。请把步幅设为 1，或用数字给出填充。</translation>
    </message>
    <message>
        <source>{layer} has padding {padding} around a kernel of {kernel}. Use at most half the kernel as padding.</source>
        <translation>{layer} 的核大小为 {kernel}，填充却是 {padding}。填充最多为核大小的一半。</translation>
    </message>
    <message>
        <source>{layer} has the power {power}, but negative numbers have no odd root here. Use 1 or an even power.</source>
        <translation>{layer} 的幂次为 {power}，但这里的负数不能开奇次方。请用 1 或偶数幂次。</translation>
    </message>
    <message>
        <source>{layer} has {count} filters, which {groups} groups do not divide evenly. Set the filters to a multiple of {groups}.</source>
        <translation>{layer} 有 {count} 个卷积核，不能平均分成 {groups} 组。请把卷积核数设为 {groups} 的倍数。</translation>
    </message>
    <message>
        <source>{layer} has {count} input channels, which {groups} groups do not divide evenly. Set groups to a divisor of {count}.</source>
        <translation>{layer} 有 {count} 个输入通道，不能平均分成 {groups} 组。请把分组数设为 {count} 的约数。</translation>
    </message>
    <message>
        <source>{layer} is the last layer and keeps its outputs between {low} and {high}, but {loss} needs scores of any size: the network could never be more than {share} % sure. Remove {layer}.</source>
        <translation>{layer} 是最后一层，把输出限制在 {low} 与 {high} 之间，但{loss}需要不受限制的得分：网络的把握永远不会超过 {share} %。请移除 {layer}。</translation>
    </message>
    <message>
        <source>{layer} is the last layer and puts out nothing above {bound}, but {loss} compares scores of any size. Remove {layer}.</source>
        <translation>{layer} 是最后一层，输出不会大于 {bound}，但{loss}比较的是不受限制的得分。请移除 {layer}。</translation>
    </message>
    <message>
        <source>{layer} is the last layer and puts out nothing below {bound}, but {loss} compares scores of any size. Remove {layer}.</source>
        <translation>{layer} 是最后一层，输出不会小于 {bound}，但{loss}比较的是不受限制的得分。请移除 {layer}。</translation>
    </message>
    <message>
        <source>{layer} is the last layer and puts out nothing outside {low} to {high}, but {loss} compares with targets from {lowest} to {highest}. Remove {layer}.</source>
        <translation>{layer} 是最后一层，输出不会超出 {low} 到 {high}，但{loss}要与 {lowest} 到 {highest} 的目标比较。请移除 {layer}。</translation>
    </message>
    <message>
        <source>{layer} is the last layer, but {loss} applies softmax itself. Done twice, it flattens the gradients and the network learns slowly. Remove {layer}.</source>
        <translation>{layer} 是最后一层，但{loss}本身已包含 softmax。做两次会使梯度变得平缓，网络学得很慢。请移除 {layer}。</translation>
    </message>
    <message>
        <source>{layer} keeps {wanted} but receives only {size}. Lower the size.</source>
        <translation>{layer} 要保留 {wanted}，但收到的只有 {size}。请减小尺寸。</translation>
    </message>
    <message>
        <source>{layer} learns what to do with negative numbers, but {source} before it puts out none, so it never learns. Remove {source}.</source>
        <translation>{layer} 学习如何处理负数，但它前面的 {source} 不输出负数，所以它永远学不到。请移除 {source}。</translation>
    </message>
    <message>
        <source>{layer} looks up token ids but receives {expected} of {shape}, which is numbers already. Remove {layer}.</source>
        <translation>{layer} 要查询词元编号，但收到的是 {shape} 的{expected}，已经是数值了。请移除 {layer}。</translation>
    </message>
    <message>
        <source>{layer} makes one channel of {needed} but receives {count}. Let the layer before it put out a multiple of {needed}.</source>
        <translation>{layer} 把 {needed} 个通道合成一个，但收到 {count} 个。请让前面的层输出 {needed} 的倍数。</translation>
    </message>
    <message>
        <source>{layer} makes {size} and cuts off {padding} at each edge, so that nothing is left. Lower the padding.</source>
        <translation>{layer} 得到 {size}，又在每边裁掉 {padding}，什么也不剩。请减小填充。</translation>
    </message>
    <message>
        <source>{layer} makes {wanted}, but the {there} numbers of {size} cannot be divided by {known}. Give a shape of {there} numbers.</source>
        <translation>{layer} 要变成 {wanted}，但 {size} 的 {there} 个数不能被 {known} 整除。请给出含 {there} 个数的形状。</translation>
    </message>
    <message>
        <source>{layer} makes {wanted}, which is {known} numbers, but receives {size}, which is {there}. Give a shape of {there} numbers.</source>
        <translation>{layer} 要变成 {wanted}，即 {known} 个数，但收到 {size}，即 {there} 个。请给出含 {there} 个数的形状。</translation>
    </message>
    <message>
        <source>{layer} orders {wanted} axes but receives {size}, which has {count}. Give an order of the numbers 1 to {count}.</source>
        <translation>{layer} 给 {wanted} 个轴排序，但收到的 {size} 有 {count} 个轴。请给出 1 到 {count} 的一种顺序。</translation>
    </message>
    <message>
        <source>{layer} pads {size} by {padding}, for which it does not hold enough. Pad less, or fill with zeros.</source>
        <translation>{layer} 要给 {size} 填充 {padding}，内容不够用。请少填充一些，或用零填充。</translation>
    </message>
    <message>
        <source>{layer} puts out 0 for every sample: where all first weights are zero, a network of several layers does not learn. Draw them at random.</source>
        <translation>{layer} 对每个样本都输出 0：如果初始权重全为零，多层网络就学不到东西。请随机初始化权重。</translation>
    </message>
    <message>
        <source>{layer} receives token ids, with which it cannot calculate. Put an Embedding before it.</source>
        <translation>{layer} 收到的是词元编号，无法用来计算。请在它前面放一个 Embedding。</translation>
    </message>
    <message>
        <source>{layer} receives {size}, which {factor} does not divide evenly. Choose a factor that divides height and width.</source>
        <translation>{layer} 收到 {size}，不能被 {factor} 整除。请选择能整除高和宽的倍数。</translation>
    </message>
    <message>
        <source>{layer} shares out 1 among a single number, so it always puts out 1 and no layer before it can learn. Remove it.</source>
        <translation>{layer} 把 1 分配给唯一的一个数，因此总是输出 1，前面的层都学不到东西。请移除它。</translation>
    </message>
    <message>
        <source>{layer} slides a window of {window} but receives only {size}, whatever the padding. Make the kernel smaller, or shrink less in the layers before it.</source>
        <translation>{layer} 的滑动窗口为 {window}，但收到的只有 {size}，怎样填充都不够。请减小核，或让前面的层少缩小一些。</translation>
    </message>
    <message>
        <source>{layer} slides a window of {window} but receives only {size}, with padding {padded}. Make the kernel smaller, add padding, or shrink less in the layers before it.</source>
        <translation>{layer} 的滑动窗口为 {window}，但收到的只有 {size}，加上填充为 {padded}。请减小核、增加填充，或让前面的层少缩小一些。</translation>
    </message>
    <message>
        <source>{layer} slides a window of {window} but receives only {size}. Make the kernel smaller, add padding, or shrink less in the layers before it.</source>
        <translation>{layer} 的滑动窗口为 {window}，但收到的只有 {size}。请减小核、增加填充，或让前面的层少缩小一些。</translation>
    </message>
    <message>
        <source>{layer} splits its features in two halves but receives {count} of them. Let the layer before it put out an even number.</source>
        <translation>{layer} 要把特征分成两半，但收到 {count} 个。请让前面的层输出偶数个。</translation>
    </message>
    <message>
        <source>{layer} stands in the middle of the network, where it makes all numbers small and their gradients smaller. Use {activation} there.</source>
        <translation>{layer} 处在网络中间，会使所有数变小、梯度更小。请在那里改用 {activation}。</translation>
    </message>
    <message>
        <source>{layer} with shared weights receives {input} but its layers put out {output}. Make them keep the shape, or let each copy learn its own weights.</source>
        <translation>{layer} 共享权重，收到 {input}，但其内部各层输出 {output}。请让它们保持形状不变，或让每份副本各自学习权重。</translation>
    </message>
    <message>
        <source>{layer}, unit {number}</source>
        <translation>{layer}，第 {number} 个单元</translation>
    </message>
    <message>
        <source>{listed} of {count} runs · {size}</source>
        <translation>{count} 次训练中的 {listed} 次 · {size}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <source>{low} to {high}: {count}</source>
        <translation>{low} 到 {high}：{count}</translation>
    </message>
    <message>
        <source>{metric} {mean} ± {deviation}</source>
        <translation>{metric} {mean} ± {deviation}</translation>
    </message>
    <message>
        <source>{minutes:.1f} minutes</source>
        <translation>{minutes:.1f} 分钟</translation>
    </message>
    <message>
        <source>{name} ({here} here, {there} there)</source>
        <translation>{name}（网络中 {here}，文件中 {there}）</translation>
    </message>
    <message>
        <source>{name} ({reason})</source>
        <translation>{name}（{reason}）</translation>
    </message>
    <message>
        <source>{name} cannot name a block. Use letters, digits, spaces and hyphens.</source>
        <translation>{name} 不能作为块的名称。请用字母、数字、空格和连字符。</translation>
    </message>
    <message>
        <source>{name} cannot name a layer. Use letters, digits and underscores, not beginning with a digit, and no word that Python or torch uses.</source>
        <translation>{name} 不能作为层的名称。请用字母、数字和下划线，不要以数字开头，也不要用 Python 或 torch 已使用的词。</translation>
    </message>
    <message>
        <source>{name} cannot name a layer. Use letters, digits and underscores, not beginning with a digit.</source>
        <translation>{name} 不能作为层的名称。请用字母、数字和下划线，不要以数字开头。</translation>
    </message>
    <message>
        <source>{name} changes the training pictures and is no layer here; it was left out.</source>
        <translation>{name} 改变的是训练图片，在这里不是层，已略去。</translation>
    </message>
    <message>
        <source>{name} does something to the data that no layer here does; it was left out.</source>
        <translation>{name} 对数据的处理没有对应的层，已略去。</translation>
    </message>
    <message>
        <source>{name} is forecast, the first of the columns of numbers: {known}.</source>
        <translation>预测 {name}，即数的列中的第一个：{known}。</translation>
    </message>
    <message>
        <source>{name} is missing in {count} of {rows} rows. Windows whose forecast or whole past would be missing are left out; what stands for other missing inputs can be chosen.</source>
        <translation>{name} 在 {rows} 行中有 {count} 行缺失。预测值或全部过去缺失的窗口会略去；用什么代替其他缺失的输入可以选择。</translation>
    </message>
    <message>
        <source>{name} is no device. Use auto, cpu, cuda, cuda:N or mps.</source>
        <translation>{name} 不是设备。请用 auto、cpu、cuda、cuda:N 或 mps。</translation>
    </message>
    <message>
        <source>{name} is no layer that is known here; it was left out.</source>
        <translation>{name} 不是已知的层，已略去。</translation>
    </message>
    <message>
        <source>{name} is not a netstudio project: it is not valid JSON (line {line}, column {column}: {reason}). It may be cut off; restore a copy or create a new project.</source>
        <translation>{name} 不是 netstudio 项目：它不是有效的 JSON（第 {line} 行，第 {column} 列：{reason}）。文件可能不完整；请恢复备份，或新建项目。</translation>
    </message>
    <message>
        <source>{name} is not a netstudio project: {reason}. Choose a file that netstudio saved.</source>
        <translation>{name} 不是 netstudio 项目：{reason}。请选择由 netstudio 保存的文件。</translation>
    </message>
    <message>
        <source>{name} is not needed: samples are brought to a good scale before the network.</source>
        <translation>不需要 {name}：样本在进入网络之前已缩放到合适的范围。</translation>
    </message>
    <message>
        <source>{name} is written without parentheses, so Python takes the class instead of a layer. It was read as {name}().</source>
        <translation>{name} 后面没有写括号，Python 得到的是类而不是层。已按 {name}() 读取。</translation>
    </message>
    <message>
        <source>{name} is {value} in all samples, so there is nothing to learn. Choose another target.</source>
        <translation>{name} 在所有样本中都是 {value}，因此无可学习。请选择另一个目标。</translation>
    </message>
    <message>
        <source>{name} was saved by a newer netstudio (format {version}; this one reads up to {known}). Update netstudio to open it.</source>
        <translation>{name} 由更新版本的 netstudio 保存（格式 {version}；本版本最高读取 {known}）。请更新 netstudio 后再打开。</translation>
    </message>
    <message>
        <source>{name}, {state}</source>
        <translation>{name}，{state}</translation>
    </message>
    <message>
        <source>{name}: MAE {mae:.4g}, RMSE {rmse:.4g}, mean error {bias:+.3g}</source>
        <translation>{name}：MAE {mae:.4g}，RMSE {rmse:.4g}，平均误差 {bias:+.3g}</translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}：{count}</translation>
    </message>
    <message>
        <source>{name}: {count} for training</source>
        <translation>{name}：训练 {count}</translation>
    </message>
    <message>
        <source>{name}: {train} training, {validation} validation, {test} test</source>
        <translation>{name}：训练 {train}，验证 {validation}，测试 {test}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>{number}, {balance}</source>
        <translation>{number}，{balance}</translation>
    </message>
    <message>
        <source>{origin}: {predicted:.5g} instead of {truth:.5g}</source>
        <translation>{origin}：预测 {predicted:.5g}，实际 {truth:.5g}</translation>
    </message>
    <message>
        <source>{packed} could not be unpacked ({reason}). Free some space, or remove the file and download it again.</source>
        <translation>无法解包 {packed}（{reason}）。请腾出空间，或删除该文件后重新下载。</translation>
    </message>
    <message>
        <source>{part} part, number {number}</source>
        <translation>{part}，第 {number} 个</translation>
    </message>
    <message>
        <source>{part} {count} ({share})</source>
        <translation>{part} {count}（{share}）</translation>
    </message>
    <message>
        <source>{path} cannot be changed ({reason}). Check its rights.</source>
        <translation>无法更改 {path}（{reason}）。请检查权限。</translation>
    </message>
    <message>
        <source>{path} could not be deleted ({reason}). Stop the training that uses it first.</source>
        <translation>无法删除 {path}（{reason}）。请先停止正在使用它的训练。</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}). Check the path and its rights.</source>
        <translation>无法读取 {path}（{reason}）。请检查路径和权限。</translation>
    </message>
    <message>
        <source>{path} could not be read as NumPy arrays ({reason}). Choose a .npz or .npy file of plain numbers.</source>
        <translation>无法把 {path} 作为 NumPy 数组读取（{reason}）。请选择由普通数组成的 .npz 或 .npy 文件。</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}). Choose another place for it.</source>
        <translation>无法写入 {path}（{reason}）。请换一个位置。</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}). Free some space or choose another data folder.</source>
        <translation>无法写入 {path}（{reason}）。请腾出空间，或选择其他数据文件夹。</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}). Free some space or choose another folder.</source>
        <translation>无法写入 {path}（{reason}）。请腾出空间或换一个文件夹。</translation>
    </message>
    <message>
        <source>{path} could not be written: a name or a path in it holds {character}, which is no text. Rename it.</source>
        <translation>无法写入 {path}：其中的名称或路径含有 {character}，它不是文本。请重命名。</translation>
    </message>
    <message>
        <source>{path} does not exist. Choose a file or folder with data.</source>
        <translation>{path} 不存在。请选择有数据的文件或文件夹。</translation>
    </message>
    <message>
        <source>{path} has {count} pictures, but {labels} labels for them. Add a label for each, or choose the file of labels.</source>
        <translation>{path} 有 {count} 张图片，却有 {labels} 个标签。请给每张图片一个标签，或选择标签文件。</translation>
    </message>
    <message>
        <source>{path} holds no layer. Save the block again.</source>
        <translation>{path} 中没有层。请重新保存这个块。</translation>
    </message>
    <message>
        <source>{path} holds no pictures of shape (N, H, W), (N, H, W, C) or (N, C, H, W); it holds: {shapes}.</source>
        <translation>{path} 中没有形状为（N, H, W）、（N, H, W, C）或（N, C, H, W）的图片；其中有：{shapes}。</translation>
    </message>
    <message>
        <source>{path} holds no text that could be code. Choose a Python file or a notebook.</source>
        <translation>{path} 中没有可能是代码的文本。请选择 Python 文件或笔记本。</translation>
    </message>
    <message>
        <source>{path} holds nothing to learn from. Choose a folder with one folder of pictures, sounds or texts for each class, a table, or an archive of these.</source>
        <translation>{path} 中没有可供学习的内容。请选择每个类别各有一个图片、声音或文本子文件夹的文件夹，或表格，或它们的压缩包。</translation>
    </message>
    <message>
        <source>{path} is damaged. Replace it by a fresh copy.</source>
        <translation>{path} 已损坏。请换上完好的副本。</translation>
    </message>
    <message>
        <source>{path} is missing. Put the data set&apos;s file there.</source>
        <translation>缺少 {path}。请把数据集的文件放到那里。</translation>
    </message>
    <message>
        <source>{path} is neither a file nor a folder. Choose one with data.</source>
        <translation>{path} 既不是文件也不是文件夹。请选择有数据的文件或文件夹。</translation>
    </message>
    <message>
        <source>{path} is no notebook that can be read. Save it again, or choose a Python file.</source>
        <translation>{path} 不是可读取的笔记本。请重新保存，或选择 Python 文件。</translation>
    </message>
    <message>
        <source>{path} is not a usable trained model: {reason}. Choose a .safetensors file that netstudio saved.</source>
        <translation>{path} 不是可用的训练好的模型：{reason}。请选择由 netstudio 保存的 .safetensors 文件。</translation>
    </message>
    <message>
        <source>{path} is not the folder of a training run ({reason}). Name a folder that netstudio train has made.</source>
        <translation>{path} 不是训练文件夹（{reason}）。请给出由 netstudio train 创建的文件夹。</translation>
    </message>
    <message>
        <source>{path} is not the folder of a training run. Name a folder that netstudio train has made.</source>
        <translation>{path} 不是训练文件夹。请给出由 netstudio train 创建的文件夹。</translation>
    </message>
    <message>
        <source>{path} is too large for a file of code. Choose the file with the network.</source>
        <translation>{path} 作为代码文件太大。请选择包含网络的文件。</translation>
    </message>
    <message>
        <source>{path} looks like data for {other} ({why}), but the project is made for {task}. Make another project, for example with: netstudio new {name}.</source>
        <translation>{path} 看起来是{other}的数据（{why}），但项目用于{task}。请另建项目，例如：netstudio new {name}。</translation>
    </message>
    <message>
        <source>{path} was saved in format {version}, but this netstudio reads format {known}. Update netstudio to open it.</source>
        <translation>{path} 以格式 {version} 保存，但本版本的 netstudio 读取格式 {known}。请更新 netstudio 后再打开。</translation>
    </message>
    <message>
        <source>{picture} cannot be read as a picture: {reason}. Choose a JPEG or PNG file.</source>
        <translation>{picture} 无法作为图片读取：{reason}。请选择 JPEG 或 PNG 文件。</translation>
    </message>
    <message>
        <source>{picture} gets no finite answer from the model. Its weights are probably damaged; train it again.</source>
        <translation>模型对 {picture} 给不出有限的结果。它的权重可能已损坏；请重新训练。</translation>
    </message>
    <message>
        <source>{picture}: in truth {label}</source>
        <translation>{picture}：实际为 {label}</translation>
    </message>
    <message>
        <source>{picture}: it is {label}, and the model is right</source>
        <translation>{picture}：实际是 {label}，模型答对了</translation>
    </message>
    <message>
        <source>{picture}: it is {label}, and the model is wrong</source>
        <translation>{picture}：实际是 {label}，模型答错了</translation>
    </message>
    <message>
        <source>{plot}: all the room</source>
        <translation>{plot}：占满空间</translation>
    </message>
    <message>
        <source>{plot}: curves</source>
        <translation>{plot}：曲线</translation>
    </message>
    <message>
        <source>{plot}: logarithmic scale</source>
        <translation>{plot}：对数刻度</translation>
    </message>
    <message>
        <source>{plot}: menu</source>
        <translation>{plot}：菜单</translation>
    </message>
    <message>
        <source>{plot}: more plots</source>
        <translation>{plot}：更多图</translation>
    </message>
    <message>
        <source>{plot}: reset the view</source>
        <translation>{plot}：重置视图</translation>
    </message>
    <message>
        <source>{plot}: smooth curve</source>
        <translation>{plot}：平滑曲线</translation>
    </message>
    <message>
        <source>{rate} Hz</source>
        <translation>{rate} Hz</translation>
    </message>
    <message>
        <source>{rate} {noun}/s</source>
        <translation>{rate} {noun}/秒</translation>
    </message>
    <message>
        <source>{run}: {curve}</source>
        <translation>{run}：{curve}</translation>
    </message>
    <message>
        <source>{seconds:.1f} of {most} s</source>
        <translation>{seconds:.1f} / {most} 秒</translation>
    </message>
    <message>
        <source>{seconds:.2f} s · {rate} Hz</source>
        <translation>{seconds:.2f} 秒 · {rate} Hz</translation>
    </message>
    <message>
        <source>{second} follows {first} and takes its scale and shift away again, so these never learn. Remove one of the two.</source>
        <translation>{second} 紧跟 {first}，又抵消了它的缩放与平移，所以这些参数永远学不到。请移除其中之一。</translation>
    </message>
    <message>
        <source>{second} follows {first} with nothing to learn between them. Remove one of the two.</source>
        <translation>{second} 与前面的 {first} 之间没有可学习的内容。请移除其中之一。</translation>
    </message>
    <message>
        <source>{second} follows {first}: one is enough. Remove the second.</source>
        <translation>{second} 紧跟 {first}：一个就够了。请移除第二个。</translation>
    </message>
    <message>
        <source>{sequence} has the shape {shape}, but the model needs steps of {count} numbers. Give it a sequence of that kind.</source>
        <translation>{sequence} 的形状为 {shape}，但模型需要每步 {count} 个数。请提供这样的序列。</translation>
    </message>
    <message>
        <source>{series} has the shape {shape}, but the model needs rows of {count} numbers. Give it a file or an array of that kind.</source>
        <translation>{series} 的形状为 {shape}，但模型需要每行 {count} 个数。请提供这样的文件或数组。</translation>
    </message>
    <message>
        <source>{series} has {rows} rows, but the model looks back on {window}. Give it a longer series.</source>
        <translation>{series} 有 {rows} 行，但模型要向前看 {window} 行。请提供更长的序列。</translation>
    </message>
    <message>
        <source>{setting} must be {wanted}.</source>
        <translation>{setting}必须是{wanted}。</translation>
    </message>
    <message>
        <source>{setting}: automatic</source>
        <translation>{setting}：自动</translation>
    </message>
    <message>
        <source>{setting}: choose</source>
        <translation>{setting}：选择</translation>
    </message>
    <message>
        <source>{shape} comes out.</source>
        <translation>输出 {shape}。</translation>
    </message>
    <message>
        <source>{share:.0%} of the {units} units of {layer} are dead: they put out 0 for every sample and learn no more. Lower the learning rate, or use LeakyReLU.</source>
        <translation>{layer} 的 {units} 个单元中有 {share:.0%} 已死亡：它们对每个样本都输出 0，不再学习。请减小学习率，或使用 LeakyReLU。</translation>
    </message>
    <message>
        <source>{share:.0%} of the {units} units of {layer} are saturated: they stay at a limit of {type}, where gradients are almost 0. Use ReLU, or normalize what comes in.</source>
        <translation>{layer} 的 {units} 个单元中有 {share:.0%} 已饱和：它们停在 {type} 的极限值，那里的梯度接近 0。请使用 ReLU，或把它的输入归一化。</translation>
    </message>
    <message>
        <source>{share} busy, memory {used} of {total}</source>
        <translation>占用 {share}，内存 {used} / {total}</translation>
    </message>
    <message>
        <source>{share} busy, netstudio takes {own:.1f} of {count}</source>
        <translation>占用 {share}，netstudio 用了 {count} 个中的 {own:.1f} 个</translation>
    </message>
    <message>
        <source>{share} dead</source>
        <translation>{share} 死亡</translation>
    </message>
    <message>
        <source>{share} on test</source>
        <translation>测试集 {share}</translation>
    </message>
    <message>
        <source>{share} on validation</source>
        <translation>验证集 {share}</translation>
    </message>
    <message>
        <source>{share} saturated</source>
        <translation>{share} 饱和</translation>
    </message>
    <message>
        <source>{size} download</source>
        <translation>需下载 {size}</translation>
    </message>
    <message>
        <source>{size} go to the wastebasket of your system.</source>
        <translation>{size} 将移到系统的回收站。</translation>
    </message>
    <message>
        <source>{size} of decoded pictures are kept on the disk, so that they are there at once the next time. What you delete is decoded again when it is needed.</source>
        <translation>磁盘上保存了 {size} 解码后的图片，下次可立即使用。删除的内容会在需要时重新解码。</translation>
    </message>
    <message>
        <source>{size} · {count} pictures · last used {day}</source>
        <translation>{size} · {count} 张图片 · 上次使用 {day}</translation>
    </message>
    <message>
        <source>{size}, or nothing</source>
        <translation>{size}，或留空</translation>
    </message>
    <message>
        <source>{sound} cannot be read as a sound: {reason}. Choose a WAV or FLAC file.</source>
        <translation>无法把 {sound} 作为声音读取：{reason}。请选择 WAV 或 FLAC 文件。</translation>
    </message>
    <message>
        <source>{source} is not in {folder}. Download it under Data set or with: netstudio datasets --download {name}; or name the folder that holds it with --data-root.</source>
        <translation>{source} 不在 {folder} 中。请在“数据集”中下载，或运行：netstudio datasets --download {name}；也可以用 --data-root 指定它所在的文件夹。</translation>
    </message>
    <message>
        <source>{source}…</source>
        <translation>{source}…</translation>
    </message>
    <message>
        <source>{stage} {done} / {total}</source>
        <translation>{stage} {done} / {total}</translation>
    </message>
    <message>
        <source>{stage}: {done} of {total}</source>
        <translation>{stage}：{done} / {total}</translation>
    </message>
    <message>
        <source>{step}, current</source>
        <translation>{step}，当前</translation>
    </message>
    <message>
        <source>{subject}: {told}</source>
        <translation>{subject}：{told}</translation>
    </message>
    <message>
        <source>{taken} of the network&apos;s {total} weight tensors start from {file}, matched by order and shape, as their names differ.</source>
        <translation>网络的 {total} 个权重张量中有 {taken} 个取自 {file}，因名称不同而按顺序和形状对应。</translation>
    </message>
    <message>
        <source>{taken} of the network&apos;s {total} weight tensors start from {file}.</source>
        <translation>网络的 {total} 个权重张量中有 {taken} 个取自 {file}。</translation>
    </message>
    <message>
        <source>{text} cannot be read: {reason}. Choose a text file.</source>
        <translation>无法读取 {text}：{reason}。请选择文本文件。</translation>
    </message>
    <message>
        <source>{text} is empty. Give a text with words in it.</source>
        <translation>{text} 为空。请给出含有词语的文本。</translation>
    </message>
    <message>
        <source>{text} is {kind}, not a text. Give a text.</source>
        <translation>{text} 是 {kind}，不是文本。请给出文本。</translation>
    </message>
    <message>
        <source>{text} · edited since</source>
        <translation>{text} · 之后有改动</translation>
    </message>
    <message>
        <source>{threads} threads</source>
        <translation>{threads} 个线程</translation>
    </message>
    <message>
        <source>{times} times</source>
        <translation>{times} 次</translation>
    </message>
    <message>
        <source>{times} times, shared weights</source>
        <translation>{times} 次，共享权重</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
    <message>
        <source>{type} cannot hold layers. Unwrap the container before changing it.</source>
        <translation>{type} 不能容纳其他层。请先解除容器再更改。</translation>
    </message>
    <message>
        <source>{type} cannot work on {shape} with these settings. Change its settings or the layers before it.</source>
        <translation>{type} 在这些设置下不能处理 {shape}。请更改它的设置或前面的层。</translation>
    </message>
    <message>
        <source>{type} has no setting called {name}. Remove it or use one of: {known}.</source>
        <translation>{type} 没有名为 {name} 的设置。请移除它，或用以下之一：{known}。</translation>
    </message>
    <message>
        <source>{type} has no settings, but {name} is set. Remove it.</source>
        <translation>{type} 没有设置，却设了 {name}。请移除它。</translation>
    </message>
    <message>
        <source>{type} holds no layers called {slot}. Move them out of it.</source>
        <translation>{type} 中没有名为 {slot} 的部分。请把其中的层移出来。</translation>
    </message>
    <message>
        <source>{type}, frozen</source>
        <translation>{type}，已冻结</translation>
    </message>
    <message>
        <source>{type}, switched off</source>
        <translation>{type}，已停用</translation>
    </message>
    <message>
        <source>{type}: {field} is auto, but the number of classes is not known yet. Choose a data set or give a number.</source>
        <translation>{type}：{field} 为 auto，但类别数还不知道。请选择数据集或给出一个数。</translation>
    </message>
    <message>
        <source>{type}: {name} is {value}, but it must be {wanted}.</source>
        <translation>{type}：{name} 是 {value}，但必须是{wanted}。</translation>
    </message>
    <message>
        <source>{url} has arrived damaged and was removed. Try again; if that does not help, the file has changed at its source.</source>
        <translation>{url} 下载后已损坏，已删除。请重试；如果仍然不行，说明文件在来源处已改变。</translation>
    </message>
    <message>
        <source>{value}, the best</source>
        <translation>{value}，最好</translation>
    </message>
    <message>
        <source>{what} added</source>
        <translation>增加 {what}</translation>
    </message>
    <message>
        <source>{what} removed</source>
        <translation>移除 {what}</translation>
    </message>
    <message>
        <source>{what} {before} → {after}</source>
        <translation>{what} {before} → {after}</translation>
    </message>
    <message>
        <source>{where} has an unknown entry {entry}</source>
        <translation>{where} 中有未知条目 {entry}</translation>
    </message>
    <message>
        <source>σ = {std}</source>
        <translation>σ = {std}</translation>
    </message>
    <message>
        <source>“{name}” has had {count} epochs. How many more?</source>
        <translation>“{name}”已训练 {count} 轮。还要训练多少轮？</translation>
    </message>
    <message>
        <source>“{name}” was trained. Its model is in the list of runs.</source>
        <translation>“{name}”已训练完。它的模型在训练记录中。</translation>
    </message>
    <message>
        <source>“{text}” is no learning rate. Type a positive number such as 0.001.</source>
        <translation>“{text}”不是学习率。请输入正数，例如 0.001。</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… 还有 {count} 个</translation>
    </message>
</context>
</TS>
