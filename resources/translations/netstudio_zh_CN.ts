<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>netstudio</name>
    <message>
        <source>&quot;sample&quot; has {axes} axes but {sizes} sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;valid&quot;, &quot;same&quot;, or {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 param</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,797 handwritten digits, grey, 8×8, from scikit-learn; trains in seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70,000 handwritten digits, grey, 28×28; shipped with netstudio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70,000 pieces of clothing, grey, 28×28; read from the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A container cannot be moved into itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of the same kind with the test pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder that holds one folder for each class, or train, val and test of that kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part that the data bring along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smooth ReLU, weighting each number by how large it is among normal ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tiny network on tiny digits; done in seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tiny number added to the variance, so that nothing is divided by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is going on. Stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About netstudio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam whose weight decay does not depend on the gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaptiveAvgPool2d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a layer here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds its input to what its layers make of it; where shapes differ, a learned 1×1 projection brings the input to the same shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another layer is called {name}. Choose a name that none has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approximation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto: {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averages the picture down to the size you ask for, whatever size comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AvgPool2d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BatchNorm1d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BatchNorm2d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best figure on the validation part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build a network, train it, take it with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build neural networks by dragging layers into a stack. Nothing is ever sent anywhere.

netstudio is under the MIT licence. Fonts: Inter and JetBrains Mono (SIL Open Font License). Icons: Phosphor (MIT). MNIST: LeCun, Cortes and Burges (CC BY-SA 3.0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU · 1 thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU · {threads} threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {setting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {setting} of {count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {setting} of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classic MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the panel {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Containers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conv1d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conv2d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the log with versions and devices, for a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves appear here as soon as training starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the run {name} of {when} with its trained model? It cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits CNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between the points a filter looks at; 2 sees twice as far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides the channels into groups that do not see each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag layers here, or press +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a smooth curve over the single measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder of pictures here, one folder in it for each class, or choose it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop images or a folder here, paste one, or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop layers here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop {layers} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch}/{epochs}: {figures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error: it keeps the network from being trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every output is a weighted sum of all inputs, with weights that are learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture is scaled and cropped to a square of this many pixels; auto keeps a size that all share up to 256, and takes 64 otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 is the harmonic mean of precision and recall; every class counts the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1, mean of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-MNIST is not in {folder}. Put its four files there, or name the folder that holds FashionMNIST with --data-root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure on the test part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files left out because they are no pictures or could not be read ({count}): {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished after {time}</source>
        <translation>已完成，用时 {time}</translation>
    </message>
    <message>
        <source>Finished after {time}, best epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished: {value} on test after {time}</source>
        <translation>已完成：测试集上 {value}，用时 {time}</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten, Linear, ReLU, Dropout, Linear: the first network of most courses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this plot all the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives every weight its own step size; works well without tuning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GlobalAvgPool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey or colour; auto is grey where all pictures are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwritten digits, a small network, 20 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width of what it puts out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds layers that belong together under one name; it computes nothing itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each update goes: too low learns slowly, too high not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the filter moves between two looks; 2 halves the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the model&apos;s probabilities are, on average, from how often it is right (15 bins of equal width).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the outputs are from 1 for the right class and 0 for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the window moves; left out, it moves by its own size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long and in which portions the network learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different patterns it looks for; each makes one output channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many numbers it puts out; auto stands for what the task needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rows and columns are added at the edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many samples are looked at before each update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times all training samples are gone through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each batch counts in the running mean that is used later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the input one filter sees at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last step is kept in the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often this loop runs is known only when the code runs; it was read once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly weights are pulled towards zero, against over-fitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How surprised the network is by the right class; the usual choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the samples are divided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this computer has an AMD GPU that ROCm supports, install or update its driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this computer has an NVIDIA GPU, install its driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image {number}: {label}, predicted {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert {adapter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has changes from {when} that were not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps positive numbers and sets negative ones to zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the largest value of each window, so that the picture shrinks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言 (Language)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LayerNorm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers can be nested {depth} deep at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeakyReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn scale and shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like ReLU, but lets a little of each negative number through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines up all numbers of a sample in one flat vector, as Linear needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale of what is missing to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the pictures&apos; sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for equal samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the output fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MaxPool2d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the problems first: they are listed below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one layer is called {name}. Give each a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More to do with this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds &lt;b&gt;{count}&lt;/b&gt; per sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-adds &lt;b&gt;{count}&lt;/b&gt; per sample so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in the exported code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Natural size (Ctrl+0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No errors. Choose a cell to see its images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder of pictures is chosen yet. Choose one, or drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder of pictures is chosen yet. Choose one, or give it with --data FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer is called or does “{query}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer of the network has weights to learn. Add one, such as Linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run folder can be made in {out} ({reason}). Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trained model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training samples are left of {count}. Add samples, or lower the validation and test share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {count} files in {folder} could be read as a picture ({first}: {reason}). Put JPEG or PNG pictures into the class folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes on these data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On other images of this kind the accuracy lies between {low} and {high} % with 95 % confidence (Wilson&apos;s interval).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only neighbouring layers can be wrapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a trained model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a trained model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project or model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open trained model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}; a trained model waits until the engine is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters &lt;b&gt;{count}&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters &lt;b&gt;{count}&lt;/b&gt; so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused in epoch {epoch} of {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the images of the true class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the chosen cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the whole run: {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects and trained models ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the panels back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the test pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the training pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the validation pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {setting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces each channel by its mean and leaves a flat vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces each window by its mean, so that the picture shrinks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reshaping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs are kept here when you train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the trained model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save trained model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says which class a picture belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search layers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a layer of the network to see what it does and change its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select layers of one type to change them all at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the batch size to {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets a random part of its input to zero while training, so that no unit is relied on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifts and scales each channel to mean 0 and variance 1 over the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifts and scales each feature to mean 0 and variance 1 over the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifts and scales each sample (each step, for sequences) to mean 0 and variance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide what it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole plot again (also by a double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides small learned filters along time and finds the same pattern anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides small learned filters over the image; each makes one output channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small CNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({type}: {error}). Please report it with the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split and options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeezes every number between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeezes every number between −1 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started on {device}: {parameters} parameters; {train} training, {validation} validation and {test} test samples; run folder {run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps against the gradient, with momentum; simple, and best when tuned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training and close?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the first batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped in epoch {epoch} of {epochs}; to go on, resume it under Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; it can be resumed from {run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test image {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch size is 1, but {layer} needs several samples in a batch to take their mean. Set the batch size to 2 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint {path} cannot be read; it is damaged or was not written by this version. Delete it to train the run from its start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class folders in {folder} are empty. Put JPEG or PNG pictures into them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class {name} has no readable pictures and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code calls itself too often to be followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code repeats too much to be followed to its end. Make its loops shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are not loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are not those that the run was trained on so far. Bring them back as they were, or start a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data have a class {name} that the model does not know. Rename its folder to one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data have not been read yet, so the shapes are unknown. Read them by choosing a data set, or by training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data have {count} class ({names}), but at least 2 are needed. Add a folder of samples for another class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of {source} are made for {made_for}, not for {task}. Choose other data or another task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device {name} cannot be used here: {reason}. Use auto or one of: {usable}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is still loading; training starts right after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact function, or a faster one made from tanh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} could not be read ({reason}). Choose a folder that holds one folder of pictures for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} has a class {name} that the training pictures lack. Rename its folder to one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} holds no class folders. Put the pictures of each class into a folder of its own, named after the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of the cell that you choose appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is no longer a finite number. The learning rate is probably too high: lower it (a tenth is a good try) and train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss {loss} does not suit {task}. Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is full with a batch size of {size}. Use a smaller batch size, smaller pictures or a smaller network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads pictures of {wanted}, but the data have {found}. Choose data of the same shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network puts out {output}, but the task needs {wanted} numbers, one for each class. End it with a Linear layer whose outputs are auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the training samples that is kept back to watch progress on; data that bring their own validation part keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part that is kept back for the final figure; data with an official test part keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The predictions of files that you drop or choose appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run folder {path} could not be written ({reason}). Free some space or bring the folder back, then resume the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is saved; you can resume it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {path} could not be deleted ({reason}). Close what uses its files, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s checkpoint is from another network or optimizer than its project. Start a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number always gives the same division.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number gives the same start and the same order of samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of a negative number that comes through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of samples for which the most probable class is the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the numbers that is set to zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the window that becomes one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training ended without a word. See the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights {name} of the model {path} are not finite numbers. Train again with a lower learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>There is no evaluation of this part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}. Name a trained model, such as {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {uid} to edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no position {index} among {count} layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no slot {slot} in a layer {uid}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template called {name}. Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {noun} called &quot;{type}&quot;. Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These figures are from the end of training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part of the data has no samples. Choose another: train, val or test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To add one, drag it from the list of layers or double-click it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To use an NVIDIA GPU, install PyTorch&apos;s CUDA build (see the README).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network first, or open a trained model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with {choice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train your first network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained models ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training samples of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training {noun}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training {project} on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a test image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a test image, drop or paste a picture, or choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns numbers into positive shares that add up to 1, like probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two convolutions that read digits at 99 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two convolutions; a good start for a folder of small colour pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unwrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unwrap {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the NVIDIA driver and restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use the pictures in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Val.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Warning: training is possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes: the devices are being looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens is noted here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to the data here is no layer that can be shown; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model makes of a picture appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this class returns could not be followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a last window that hangs over the edge counts too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a learned number is added to each filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a learned number is added to each output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a learned scale and shift follow the normalisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the gradient is taken a step ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the zeros at the edge count in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which way this condition goes is known only when the code runs; the first way was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own pictures, one folder for each class, named after the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros added around the edge: valid for none, same to keep the size, or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a flat vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a layer is {value} instead of an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number, {low} and {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sequence (time×features)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a setting is nested more than {depth} deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a slot does not hold a list of layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum} or &quot;auto&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}, or two of them for height and width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}, or two of them for height and width, or null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above {bound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an entry &quot;{key}&quot; is missing or not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an entry &quot;{key}&quot; is neither true nor false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below {bound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best validation {metric} {value} at epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>data source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imbalanced {ratio} : 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no entry &quot;format&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a number that is too large for a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {value}, which is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its &quot;format&quot; is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its entry &quot;{key}&quot; does not hold texts only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its entry &quot;{key}&quot; holds {value}, not a positive number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its entry &quot;{key}&quot; is missing or not a count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its entry &quot;{key}&quot; is missing or not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its entry &quot;{key}&quot; is missing or not an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers are nested more than {depth} deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>netstudio was not closed well. Open “{name}” again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no NVIDIA driver was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {options}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs: number of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p = {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding {padding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures (channels×height×width)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows: true class, columns: predicted class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope {slope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test: {figures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the NVIDIA driver shows no device that this PyTorch can use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the path of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this Mac has no GPU that PyTorch can use, or an old macOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this PyTorch was built without CUDA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this PyTorch, built for ROCm, found no AMD GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained the stack as of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training the stack as of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true \ predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true {label} · {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation: {figures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bound} at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bound} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images, most confident first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} layers selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} notes on these data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} training samples also occur in the validation or test part and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} validation samples also occur in the test part and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} × {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} · not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{drop_here} · {shape} fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{drop_here} · {shape} fits, but {layer} below does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} And one more: see the list of problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} And {count} more: see the list of problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} recognised: {count} of {total} ({share})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} taken for {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} taken for {other}: {count} ({share})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} adds its input of {input} to {output}, which no projection can match. Make its layers give {input}, for example with padding same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} expects {expected} but receives {shape}. Add {adapter} before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} expects {expected} but receives {shape}. Move it, or use a layer that works on this shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has padding &quot;same&quot; and stride {stride}, which do not go together. Set the stride to 1 or give the padding as a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has padding {padding} around a kernel of {kernel}. Use at most half the kernel as padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} has {count} {what}, which {groups} groups do not divide evenly. Set groups to a divisor of {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} is the last layer, but {loss} applies softmax itself. Done twice, it flattens the gradients and the network learns slowly. Remove {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} slides a window of {window} but receives only {size}. Make the kernel smaller, add padding, or shrink less in the layers before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot name a layer. Use letters, digits and underscores, not beginning with a digit, and no word that Python or torch uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot name a layer. Use letters, digits and underscores, not beginning with a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no device. Use auto, cpu, cuda, cuda:N or mps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a netstudio project: it is not valid JSON (line {line}, column {column}: {reason}). It may be cut off; restore a copy or create a new project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a netstudio project: {reason}. Choose a file that netstudio saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was saved by a newer netstudio (format {version}; this one reads up to {known}). Update netstudio to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {count} for training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {train} training, {validation} validation, {test} test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, {balance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}). Check the path and its rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}). Choose another place for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}). Free some space or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: a name or a path in it holds {character}, which is no text. Rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged. Replace it by a fresh copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is missing. Put the data set&apos;s file there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a usable trained model: {reason}. Choose a .safetensors file that netstudio saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not the folder of a training run. Name a folder that netstudio train has made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was saved in format {version}, but this netstudio reads format {known}. Update netstudio to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{picture} cannot be read as a picture: {reason}. Choose a JPEG or PNG file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{picture} gets no finite answer from the model. Its weights are probably damaged; train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{picture}: it is {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{picture}: it is {label}, and the model is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{picture}: it is {label}, and the model is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plot}: all the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plot}: logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plot}: reset the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plot}: smooth curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} {noun}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting} must be {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting}: choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} on test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} on validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage} {done} / {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} · edited since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{threads} threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} cannot hold layers. Unwrap the container before changing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} cannot work on {shape} with these settings. Change its settings or the layers before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} has no setting called {name}. Remove it or use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} has no settings, but {name} is set. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} holds no layers called {slot}. Move them out of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type}: {field} is auto, but the number of classes is not known yet. Choose a data set or give a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type}: {name} is {value}, but it must be {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} has an unknown entry {entry}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was trained. Its model is in the list of runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
