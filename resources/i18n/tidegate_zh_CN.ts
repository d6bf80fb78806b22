<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>tidegate::ActionRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 has no text</source>
        <translation>%1 没有文字</translation>
    </message>
    <message>
        <source>%1 has no tip</source>
        <translation>%1 没有提示</translation>
    </message>
    <message>
        <source>%1 and %2 both want %3</source>
        <translation>%1 与 %2 都要用 %3</translation>
    </message>
</context>
<context>
    <name>tidegate::AgentClient</name>
    <message>
        <source>The agent is not running.</source>
        <translation>代理未运行。</translation>
    </message>
</context>
<context>
    <name>tidegate::AnswerHeader</name>
    <message>
        <source>Read pool and history again (F5)</source>
        <translation>重新读取项目池与历史（F5）</translation>
    </message>
</context>
<context>
    <name>tidegate::AppearanceForm</name>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast, dark on light</source>
        <translation>高对比度，浅底深字</translation>
    </message>
    <message>
        <source>High contrast, light on dark</source>
        <translation>高对比度，深底浅字</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>takes effect when the console starts again</source>
        <translation>控制台下次启动后生效</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
</context>
<context>
    <name>tidegate::AttentionDelegate</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>运行监控</translation>
    </message>
</context>
<context>
    <name>tidegate::AttentionModel</name>
    <message>
        <source>%1 more need you; they stand first in the table below.</source>
        <translation>另有 %1 个需要处理，排在下表最前。</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>job, since when, reason</comment>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>tidegate::AttentionView</name>
    <message>
        <source>Jobs that need you</source>
        <translation>需要处理的任务</translation>
    </message>
    <message>
        <source>Enter opens a job, L its log, M its run in Monitor.</source>
        <translation>Enter 打开任务，L 打开日志，M 打开运行监控。</translation>
    </message>
</context>
<context>
    <name>tidegate::Banner</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tidegate::BottleneckBar</name>
    <message>
        <source>Which side waits</source>
        <translation>哪一端在等待</translation>
    </message>
    <message>
        <source>The source is the bottleneck</source>
        <translation>瓶颈在源端</translation>
    </message>
    <message>
        <source>The target is the bottleneck</source>
        <translation>瓶颈在目标</translation>
    </message>
    <message>
        <source>Neither side waits for the other</source>
        <translation>两端互不等待</translation>
    </message>
    <message>
        <source>Measured while rows flow.</source>
        <translation>有行流动时才测量。</translation>
    </message>
    <message>
        <source>%1 % of the last %2 s the write had nothing to write, because the source had not yet sent it.</source>
        <translation>最近 %2 秒中有 %1 % 的时间，写入端无数据可写，因为源端尚未送达。</translation>
    </message>
    <message>
        <source>%1 % of the last %2 s the read stood still, because the target had not yet taken what was there.</source>
        <translation>最近 %2 秒中有 %1 % 的时间，读取停住，因为目标尚未接收已有数据。</translation>
    </message>
    <message>
        <source>In the last %1 s the write waited %2 % of the time, the read %3 %.</source>
        <translation>最近 %1 秒中，写入等待占 %2 %，读取等待占 %3 %。</translation>
    </message>
    <message>
        <source>last %1 s</source>
        <translation>最近 %1 秒</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>Source read</source>
        <translation>源端读取</translation>
    </message>
    <message>
        <source>Target write</source>
        <translation>目标写入</translation>
    </message>
    <message>
        <source>busy %1 %</source>
        <translation>忙碌 %1 %</translation>
    </message>
    <message>
        <source>waits %1 %</source>
        <translation>等待 %1 %</translation>
    </message>
    <message>
        <source>The source was the bottleneck</source>
        <translation>瓶颈曾在源端</translation>
    </message>
    <message>
        <source>The target was the bottleneck</source>
        <translation>瓶颈曾在目标</translation>
    </message>
    <message>
        <source>Neither side waited for the other</source>
        <translation>双方都没有等待对方</translation>
    </message>
    <message>
        <source>last %1 s of the run</source>
        <translation>运行的最后 %1 秒</translation>
    </message>
</context>
<context>
    <name>tidegate::ChartWidget</name>
    <message>
        <source>no data between %1 and %2</source>
        <translation>%1 至 %2 无数据</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>no data %1–%2</source>
        <translation>%1–%2 无数据</translation>
    </message>
    <message>
        <source>stale since %1</source>
        <translation>自 %1 起陈旧</translation>
    </message>
    <message>
        <source>nothing ran</source>
        <translation>无运行</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>nothing ran between %1 and %2</source>
        <translation>%1 至 %2 无运行</translation>
    </message>
    <message>
        <source>from %1 to %2: %3</source>
        <translation>%1 至 %2：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tidegate::ClonePanel</name>
    <message>
        <source>Clone</source>
        <translation>克隆</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Address of the repository</source>
        <translation>仓库地址</translation>
    </message>
    <message>
        <source>git@host:team/pool.git or https://…</source>
        <translation>git@host:team/pool.git 或 https://…</translation>
    </message>
    <message>
        <source>Folder for the clone</source>
        <translation>克隆到的文件夹</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Stopped. What git had begun, it took away again.</source>
        <translation>已停止。git 已清除未完成的内容。</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1，%2 %</translation>
    </message>
</context>
<context>
    <name>tidegate::CommandPalette</name>
    <message>
        <source>Nothing has this name.</source>
        <translation>没有匹配的名称。</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配项</translation>
    </message>
</context>
<context>
    <name>tidegate::DemoLauncher</name>
    <message>
        <source>It ended with exit code %1.</source>
        <translation>它已结束，退出码 %1。</translation>
    </message>
    <message>
        <source>It ended with exit code %1 and said: %2</source>
        <translation>它已结束，退出码 %1，并报告：%2</translation>
    </message>
</context>
<context>
    <name>tidegate::DryRunReport</name>
    <message>
        <source>the agent ended during the dry run</source>
        <translation>试运行期间代理已结束</translation>
    </message>
    <message>
        <source>nothing was written; try again when it is back</source>
        <translation>没有写入任何内容；代理恢复后请重试</translation>
    </message>
</context>
<context>
    <name>tidegate::DryRunSheet</name>
    <message>
        <source>Source SQL</source>
        <translation>源端 SQL</translation>
    </message>
    <message>
        <source>Source plan</source>
        <translation>源端执行计划</translation>
    </message>
    <message>
        <source>Target SQL</source>
        <translation>目标 SQL</translation>
    </message>
    <message>
        <source>What a run would send</source>
        <translation>运行将发送的内容</translation>
    </message>
    <message>
        <source>Statements or plan</source>
        <translation>语句或执行计划</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Dry run of %1</source>
        <translation>%1 的试运行</translation>
    </message>
    <message>
        <source>A run would end before it reads anything. Nothing was written.</source>
        <translation>运行会在读取之前结束。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing was written. A run now would do this:</source>
        <translation>没有写入任何内容。现在运行将会：</translation>
    </message>
    <message>
        <source>Asking both ends; nothing is written.</source>
        <translation>正在询问两端；不写入任何内容。</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>中止原因</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>from the beginning to %1</source>
        <translation>从头至 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>被挡住</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>about %1, by the source&apos;s planner</source>
        <translation>约 %1，由源端规划器估计</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>-- nothing would be sent</source>
        <translation>-- 不会发送任何语句</translation>
    </message>
    <message>
        <source>-- asking…</source>
        <translation>-- 正在询问…</translation>
    </message>
    <message>
        <source>Target plan</source>
        <translation>目标执行计划</translation>
    </message>
    <message>
        <source>-- no plan: %1</source>
        <translation>-- 没有执行计划：%1</translation>
    </message>
</context>
<context>
    <name>tidegate::EnvironmentBar</name>
    <message>
        <source>Pool %1</source>
        <translation>项目池 %1</translation>
    </message>
    <message>
        <source>Environment %1 %2</source>
        <translation>环境 %1 %2</translation>
    </message>
    <message>
        <source>No environment</source>
        <translation>无环境</translation>
    </message>
    <message>
        <source>Opens the choice of environments and pools</source>
        <translation>打开环境与项目池的选择</translation>
    </message>
</context>
<context>
    <name>tidegate::Finding</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tidegate::FirstRunPage</name>
    <message>
        <source>Open a pool</source>
        <translation>打开项目池</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>English. 简体中文 can be switched on at any time, without a restart.</source>
        <translation>简体中文。可随时切换为 English，无需重新启动。</translation>
    </message>
    <message>
        <source>A git repository with job files, connections and SQL of your customers.</source>
        <translation>一个 git 仓库，存放客户的任务文件、连接与 SQL。</translation>
    </message>
    <message>
        <source>Run the first job</source>
        <translation>运行第一个任务</translation>
    </message>
    <message>
        <source>Choose it on the page Jobs and press Ctrl+R. Monitor shows its rows flow.</source>
        <translation>在“任务”页选中它，按 Ctrl+R。“运行监控”会显示行的流动。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Clone…</source>
        <translation>克隆…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open before</source>
        <translation>以前打开过</translation>
    </message>
    <message>
        <source>Open the demo: a shop with four jobs</source>
        <translation>打开演示：有四个任务的商店</translation>
    </message>
    <message>
        <source>Pools that were open before</source>
        <translation>以前打开过的项目池</translation>
    </message>
    <message>
        <source>Nothing at hand?</source>
        <translation>手边没有？</translation>
    </message>
    <message>
        <source>two private databases here, gone when you close it</source>
        <translation>本机上的两个私有数据库，关闭后即消失</translation>
    </message>
    <message>
        <source>The demo comes with the source tree: run %1 there.</source>
        <translation>演示随源码提供：请在源码目录中运行 %1。</translation>
    </message>
    <message>
        <source>The demo starts; it opens a window of its own.</source>
        <translation>演示正在启动，会打开自己的窗口。</translation>
    </message>
    <message>
        <source>The demo could not be shown.</source>
        <translation>无法显示演示。</translation>
    </message>
    <message>
        <source>%1 Run %2 in a terminal to see more.</source>
        <translation>%1在终端运行 %2 可查看详情。</translation>
    </message>
    <message>
        <source>Open another pool</source>
        <translation>打开其他项目池</translation>
    </message>
    <message>
        <source>The one that is open is closed first; its agent finishes a running apply.</source>
        <translation>会先关闭当前项目池；其代理会完成正在进行的写入。</translation>
    </message>
    <message>
        <source>Bring the first table through</source>
        <translation>送过第一张表</translation>
    </message>
    <message>
        <source>Three steps, about five minutes. You can leave and come back at any step.</source>
        <translation>三步，约五分钟。每一步都可离开后再回来。</translation>
    </message>
    <message>
        <source>The first time, the shop&apos;s data is made; that takes a minute.</source>
        <translation>第一次会生成商店的数据，约需一分钟。</translation>
    </message>
</context>
<context>
    <name>tidegate::FlowPicture</name>
    <message>
        <source>Rows go from the customer&apos;s database through Tidegate into the warehouse.</source>
        <translation>行从客户数据库经 Tidegate 进入数仓。</translation>
    </message>
    <message>
        <source>customer database</source>
        <translation>客户数据库</translation>
    </message>
    <message>
        <source>tidegate</source>
        <translation>tidegate</translation>
    </message>
    <message>
        <source>warehouse</source>
        <translation>数仓</translation>
    </message>
</context>
<context>
    <name>tidegate::FormField</name>
    <message>
        <source>Use %1</source>
        <translation>用 %1</translation>
    </message>
</context>
<context>
    <name>tidegate::JobBuffer</name>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Change of %1</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>Removal of %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Version of the file</source>
        <translation>采用文件中的版本</translation>
    </message>
    <message>
        <source>Change on disk</source>
        <translation>磁盘上的修改</translation>
    </message>
</context>
<context>
    <name>tidegate::JobDraft</name>
    <message>
        <source>Change of %1</source>
        <translation>修改 %1</translation>
    </message>
</context>
<context>
    <name>tidegate::JobFact</name>
    <message>
        <source>%1 is not there</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>%1; %2 is not indexed: each run scans</source>
        <translation>%1；%2 没有索引，每次运行都要扫描</translation>
    </message>
    <message>
        <source>%1, indexed</source>
        <translation>%1，有索引</translation>
    </message>
    <message>
        <source>can be NULL</source>
        <translation>可为 NULL</translation>
    </message>
    <message>
        <source>never NULL</source>
        <translation>不为 NULL</translation>
    </message>
    <message>
        <source>the column has one of its own</source>
        <translation>列自带时区</translation>
    </message>
    <message>
        <source>as the server</source>
        <translation>与服务器相同</translation>
    </message>
    <message>
        <source>the server says %1</source>
        <translation>服务器为 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows, est.</source>
        <translation>约 %1 行</translation>
    </message>
    <message>
        <source>exists</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>made by the first run</source>
        <translation>首次运行时创建</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>unique at the source</source>
        <translation>源端唯一</translation>
    </message>
    <message>
        <source>no unique index at the source</source>
        <translation>源端没有唯一索引</translation>
    </message>
    <message>
        <source>%1 is the primary key of the source.</source>
        <translation>%1 是源表的主键。</translation>
    </message>
    <message>
        <source>%1 has a unique index at the source and is never NULL.</source>
        <translation>%1 在源端有唯一索引，且不为 NULL。</translation>
    </message>
    <message>
        <source>%1 sounds like the time of the last change, and it is indexed.</source>
        <translation>%1 看起来是最后修改时间，且有索引。</translation>
    </message>
    <message>
        <source>%1 sounds like the time of the last change, but it has no index.</source>
        <translation>%1 看起来是最后修改时间，但没有索引。</translation>
    </message>
    <message>
        <source>indexed</source>
        <translation>有索引</translation>
    </message>
    <message>
        <source>not indexed</source>
        <translation>没有索引</translation>
    </message>
    <message>
        <source>same as the key</source>
        <translation>与主键相同</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>tidegate::JobField</name>
    <message>
        <source>Full</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>Incremental</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>每日清扫</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Replace partition</source>
        <translation>替换分区</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>取最新</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>直连</translation>
    </message>
    <message>
        <source>Kafka</source>
        <translation>Kafka</translation>
    </message>
    <message>
        <source>Run once</source>
        <translation>补跑一次</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>Mode and watermark</source>
        <translation>模式与水位</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>调优</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>About</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>instead of a table</source>
        <translation>代替表</translation>
    </message>
    <message>
        <source>Only rows where</source>
        <translation>只取满足</translation>
    </message>
    <message>
        <source>every row</source>
        <translation>全部行</translation>
    </message>
    <message>
        <source>Deleted when</source>
        <translation>删除条件</translation>
    </message>
    <message>
        <source>deleted in the target</source>
        <translation>在目标中删除</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>只取 %1</translation>
    </message>
    <message>
        <source>every column of the source</source>
        <translation>源的全部列</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>columns that stay behind</source>
        <translation>不加载的列</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>不含 %1</translation>
    </message>
    <message>
        <source>Create it</source>
        <translation>建表</translation>
    </message>
    <message>
        <source>if it does not exist</source>
        <translation>不存在时</translation>
    </message>
    <message>
        <source>Distributed by</source>
        <translation>分布键</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>水位</translation>
    </message>
    <message>
        <source>Joined from</source>
        <translation>关联表</translation>
    </message>
    <message>
        <source>no other table</source>
        <translation>无关联表</translation>
    </message>
    <message>
        <source>as</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>On</source>
        <translation>关联条件</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>滞后 %1</translation>
    </message>
    <message>
        <source>no lag</source>
        <translation>无滞后</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>read again below the last window</source>
        <translation>上个窗口之下再读一段</translation>
    </message>
    <message>
        <source>overlap %1</source>
        <translation>重叠 %1</translation>
    </message>
    <message>
        <source>no overlap</source>
        <translation>无重叠</translation>
    </message>
    <message>
        <source>NULL watermark</source>
        <translation>NULL 水位</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>of columns without one</source>
        <translation>用于不带时区的列</translation>
    </message>
    <message>
        <source>the server&apos;s</source>
        <translation>服务器的时区</translation>
    </message>
    <message>
        <source>zone %1</source>
        <translation>时区 %1</translation>
    </message>
    <message>
        <source>the server&apos;s zone</source>
        <translation>服务器时区</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>of the first window</source>
        <translation>首个窗口的起点</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>起点 %1</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>the longest window</source>
        <translation>窗口的最大长度</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>steps of %1</source>
        <translation>步长 %1</translation>
    </message>
    <message>
        <source>one window</source>
        <translation>一个窗口</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>等待上限</translation>
    </message>
    <message>
        <source>how long an idle writer may hold it back</source>
        <translation>空闲写事务最多能挡住窗口多久</translation>
    </message>
    <message>
        <source>held at most %1</source>
        <translation>最多等待 %1</translation>
    </message>
    <message>
        <source>held at most 15m</source>
        <translation>最多等待 15m</translation>
    </message>
    <message>
        <source>Write by</source>
        <translation>写入方式</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>column of the target</source>
        <translation>目标的列</translation>
    </message>
    <message>
        <source>One for each</source>
        <translation>分区大小</translation>
    </message>
    <message>
        <source>Repeated key</source>
        <translation>重复主键</translation>
    </message>
    <message>
        <source>Bad row</source>
        <translation>坏行</translation>
    </message>
    <message>
        <source>Shrink guard</source>
        <translation>缩减保护</translation>
    </message>
    <message>
        <source>per cent of the rows that must stay</source>
        <translation>必须保留的行数百分比</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>only by hand</source>
        <translation>只手动运行</translation>
    </message>
    <message>
        <source>of the cron line</source>
        <translation>用于 cron 行</translation>
    </message>
    <message>
        <source>the agent&apos;s</source>
        <translation>代理的时区</translation>
    </message>
    <message>
        <source>Missed runs</source>
        <translation>错过的运行</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>kept, but starts nothing</source>
        <translation>保留，但不启动运行</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>经由 %1</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>并行流</translation>
    </message>
    <message>
        <source>reads at once</source>
        <translation>同时读取数</translation>
    </message>
    <message>
        <source>streams %1</source>
        <translation>并行流 %1</translation>
    </message>
    <message>
        <source>one stream</source>
        <translation>单流</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>bytes forwarded at once</source>
        <translation>一次转发的字节数</translation>
    </message>
    <message>
        <source>frames of %1</source>
        <translation>帧 %1</translation>
    </message>
    <message>
        <source>frames of 1MiB</source>
        <translation>帧 1MiB</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>限速</translation>
    </message>
    <message>
        <source>over all streams</source>
        <translation>所有流合计</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>After a run</source>
        <translation>运行后</translation>
    </message>
    <message>
        <source>%1 after each run</source>
        <translation>每次运行后 %1</translation>
    </message>
    <message>
        <source>not after runs</source>
        <translation>运行后不核对</translation>
    </message>
    <message>
        <source>Again after</source>
        <translation>再次核对</translation>
    </message>
    <message>
        <source>again after %1</source>
        <translation>%1 后再次核对</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>for people</source>
        <translation>给人看</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rename moves the file, too</source>
        <translation>重命名也会移动文件</translation>
    </message>
    <message>
        <source>Ledger name</source>
        <translation>账本名称</translation>
    </message>
    <message>
        <source>what the ledger calls it</source>
        <translation>账本中的名称</translation>
    </message>
    <message>
        <source>the job&apos;s name</source>
        <translation>任务名称</translation>
    </message>
    <message>
        <source>%1 in the ledger</source>
        <translation>账本中为 %1</translation>
    </message>
    <message>
        <source>sales.order_item</source>
        <translation>sales.order_item</translation>
    </message>
    <message>
        <source>select …</source>
        <translation>select …</translation>
    </message>
    <message>
        <source>ods.order_item</source>
        <translation>ods.order_item</translation>
    </message>
    <message>
        <source>t.updated_at</source>
        <translation>t.updated_at</translation>
    </message>
    <message>
        <source>o</source>
        <translation>o</translation>
    </message>
    <message>
        <source>o.order_id = t.order_id</source>
        <translation>o.order_id = t.order_id</translation>
    </message>
    <message>
        <source>0s</source>
        <translation>0s</translation>
    </message>
    <message>
        <source>15m</source>
        <translation>15m</translation>
    </message>
    <message>
        <source>sold_on</source>
        <translation>sold_on</translation>
    </message>
    <message>
        <source>50</source>
        <translation>50</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>1MiB</source>
        <translation>1MiB</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>behind the source&apos;s clock</source>
        <translation>落后源端时钟</translation>
    </message>
</context>
<context>
    <name>tidegate::JobFileActions</name>
    <message>
        <source>New job…</source>
        <translation>新建任务…</translation>
    </message>
    <message>
        <source>Make a job for a table of a source</source>
        <translation>为源端的一张表新建任务</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>复制…</translation>
    </message>
    <message>
        <source>Make another job with the same text</source>
        <translation>用相同的文本再建一个任务</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Give this job another name; its ledger goes on</source>
        <translation>给任务改名；账本继续有效</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Remove this job&apos;s file</source>
        <translation>删除该任务的文件</translation>
    </message>
    <message>
        <source>New job from a table</source>
        <translation>从表新建任务</translation>
    </message>
    <message>
        <source>Columns, key and watermark are proposed from the source&apos;s catalogue, each with its reason as a comment.</source>
        <translation>列、键和水位根据源端目录给出建议，理由写在各自的注释里。</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>The copy reads the same source. It writes a table of its own, named after it, and has a ledger of its own: its first run begins at the start.</source>
        <translation>副本读取相同的源。它写入以自己命名的表，并有自己的账本：首次运行从头开始。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>This job has changes that are not saved.</source>
        <translation>该任务有未保存的修改。</translation>
    </message>
    <message>
        <source>Save them first; then the file can move.</source>
        <translation>请先保存，然后才能移动文件。</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>The file gets the new name and `id: %1`, which is what the ledger calls the job: it goes on where it was. The target table keeps its name.</source>
        <translation>文件换成新名称，并加上账本使用的 `id: %1`：任务从原处继续。目标表名称不变。</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>%1 is removed from the folder. What was committed stays in git; changes that were not are lost. The target table and its ledger stay as they are.</source>
        <translation>%1 将从文件夹中删除。已提交的内容仍在 git 中；未提交的修改会丢失。目标表及其账本保持不变。</translation>
    </message>
    <message>
        <source>Delete the job</source>
        <translation>删除任务</translation>
    </message>
</context>
<context>
    <name>tidegate::JobFiles</name>
    <message>
        <source>The source has no such table.</source>
        <translation>源端没有这张表。</translation>
    </message>
    <message>
        <source>Write it as SQL does, for example sales.orders.</source>
        <translation>请按 SQL 的写法填写，例如 sales.orders。</translation>
    </message>
    <message>
        <source>There is a job %1 already.</source>
        <translation>已经有任务 %1。</translation>
    </message>
</context>
<context>
    <name>tidegate::JobForm</name>
    <message>
        <source>Form of the job</source>
        <translation>任务表单</translation>
    </message>
    <message>
        <source>Edit as a table</source>
        <translation>用表格编辑</translation>
    </message>
    <message>
        <source>Read a table instead</source>
        <translation>改为读取表</translation>
    </message>
    <message>
        <source>Read a query instead</source>
        <translation>改为读取查询</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>The form follows again when the text can be read.</source>
        <translation>文本可以解析后，表单会恢复同步。</translation>
    </message>
    <message>
        <source>problems: %1 · %2</source>
        <translation>问题：%1 · %2</translation>
    </message>
</context>
<context>
    <name>tidegate::JobListItem</name>
    <message>
        <source>daily</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>hourly</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 个问题</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>tidegate::JobListModel</name>
    <message>
        <source>%1, jobs: %2</source>
        <translation>%1，任务：%2</translation>
    </message>
</context>
<context>
    <name>tidegate::JobListPanel</name>
    <message>
        <source>Search jobs</source>
        <translation>搜索任务</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Search 1 job</source>
        <translation>在 1 个任务中搜索</translation>
    </message>
    <message>
        <source>Search %1 jobs</source>
        <translation>在 %1 个任务中搜索</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>%1 failing</source>
        <translation>失败 %1</translation>
    </message>
    <message>
        <source>%1 edited</source>
        <translation>已编辑 %1</translation>
    </message>
    <message>
        <source>More with this job</source>
        <translation>该任务的更多操作</translation>
    </message>
</context>
<context>
    <name>tidegate::JobNeed</name>
    <message>
        <source>Rows that differ between source and target: %1, found by verification %2.</source>
        <translation>源与目标不一致的行：%1，由 %2 核对发现。</translation>
    </message>
    <message>
        <source>Source and target differ, found by verification %1.</source>
        <translation>源与目标不一致，由 %1 核对发现。</translation>
    </message>
    <message>
        <source>See which rows: tidegatectl verify %1 --level L3. Reloading the whole table sets them right.</source>
        <translation>查看是哪些行：tidegatectl verify %1 --level L3。重新加载整张表即可修复。</translation>
    </message>
    <message>
        <source>It was to run at %1 and has not. The target is %2 behind the source.</source>
        <translation>原定 %1 运行，尚未运行。目标落后源端 %2。</translation>
    </message>
    <message>
        <source>It was to run at %1 and has not.</source>
        <translation>原定 %1 运行，尚未运行。</translation>
    </message>
    <message>
        <source>Run it now, or look at its log for what held it.</source>
        <translation>请立即运行，或在日志中查看原因。</translation>
    </message>
    <message>
        <source>The schedule is off, so this agent starts nothing by itself. Run it now.</source>
        <translation>计划已关闭，此代理不会自行启动任务。请立即运行。</translation>
    </message>
    <message>
        <source>The last run failed and left no reason.</source>
        <translation>上次运行失败，没有留下原因。</translation>
    </message>
    <message>
        <source>A guard refused the last run.</source>
        <translation>上次运行被保护规则拒绝。</translation>
    </message>
    <message>
        <source>Its file has an error, so it can&apos;t run.</source>
        <translation>文件有 1 个错误，不能运行。</translation>
    </message>
    <message>
        <source>Its file has %1 errors, so it can&apos;t run.</source>
        <translation>文件有 %1 个错误，不能运行。</translation>
    </message>
    <message>
        <source>Open it and mend what is marked.</source>
        <translation>请打开并改正标出之处。</translation>
    </message>
    <message>
        <source>failed %1 ago · %2 attempts</source>
        <translation>%1前失败 · 尝试 %2 次</translation>
    </message>
    <message>
        <source>failed %1 ago</source>
        <translation>%1前失败</translation>
    </message>
    <message>
        <source>can&apos;t run</source>
        <translation>不能运行</translation>
    </message>
    <message>
        <source>different, seen %1 ago</source>
        <translation>不一致，%1前发现</translation>
    </message>
    <message>
        <source>waits for you since %1</source>
        <translation>自 %1 起等待处理</translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation>延迟 %1</translation>
    </message>
</context>
<context>
    <name>tidegate::JobSchema</name>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>One source table (or query) to one target table. The file is `customers/&lt;customer&gt;/jobs/&lt;job&gt;.yaml`.</source>
        <translation>一张源表（或一个查询）到一张目标表。文件为 `customers/&lt;customer&gt;/jobs/&lt;job&gt;.yaml`。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The job&apos;s name. It is the file&apos;s name without `.yaml`, and no other job of the pool has it.</source>
        <translation>任务名称。即去掉 `.yaml` 的文件名，在项目池中唯一。</translation>
    </message>
    <message>
        <source>Ledger name</source>
        <translation>账本名称</translation>
    </message>
    <message>
        <source>What the ledger calls the job. Only there after a rename, so that the job continues where it was.</source>
        <translation>账本中的任务名称。只在重命名后出现，使任务从原处继续。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>For people.</source>
        <translation>给人看。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>Where the rows come from: a table, or a query.</source>
        <translation>行从哪里来：一张表，或一个查询。</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Name of a connection file; an environment may say that it means another one there.</source>
        <translation>连接文件的名称；环境可以指定在那里用另一个。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>The table as SQL of the source; its alias is `t`.</source>
        <translation>按源端 SQL 写的表名；别名为 `t`。</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>A read-only select, instead of `table`; its alias is `t`.</source>
        <translation>代替 `table` 的只读查询；别名为 `t`。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>A condition in SQL of the source. Rows that stop to fulfil it later stay in the target.</source>
        <translation>源端 SQL 的条件。以后不再满足条件的行仍留在目标中。</translation>
    </message>
    <message>
        <source>Delete when</source>
        <translation>删除条件</translation>
    </message>
    <message>
        <source>A condition in SQL of the source for soft deletes: rows of the window for which it is true are deleted in the target, not inserted.</source>
        <translation>用于软删除的源端 SQL 条件：窗口中满足条件的行在目标中删除，而不是插入。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What is loaded. Absent: every column of the source, by name.</source>
        <translation>加载哪些列。省略时按名称加载源的全部列。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>A column that has the same name at both ends.</source>
        <translation>两端同名的列。</translation>
    </message>
    <message>
        <source>A column of the target and what fills it.</source>
        <translation>目标的一列及其来源。</translation>
    </message>
    <message>
        <source>The column in the target: its literal name, exact case, no SQL quotes.</source>
        <translation>目标中的列：字面名称，区分大小写，不加 SQL 引号。</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>SQL of the source that fills it; a constant such as `&apos;oracle&apos;` too.</source>
        <translation>填充该列的源端 SQL；也可以是常量，例如 `&apos;oracle&apos;`。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Its type in the target.</source>
        <translation>目标中的类型。</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Columns of the source that are not loaded; for jobs without `columns`.</source>
        <translation>不加载的源列；用于没有 `columns` 的任务。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Where the rows go.</source>
        <translation>行到哪里去。</translation>
    </message>
    <message>
        <source>Name of a connection file of the PostgreSQL family.</source>
        <translation>PostgreSQL 系列的连接文件名称。</translation>
    </message>
    <message>
        <source>The table as SQL of the target.</source>
        <translation>按目标 SQL 写的表名。</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>建表</translation>
    </message>
    <message>
        <source>Make the table if it does not exist; `key` becomes its primary key.</source>
        <translation>表不存在时创建；`key` 成为主键。</translation>
    </message>
    <message>
        <source>Distributed by</source>
        <translation>分布键</translation>
    </message>
    <message>
        <source>Greenplum: the distribution key of a table that is made.</source>
        <translation>Greenplum：新建表的分布键。</translation>
    </message>
    <message>
        <source>Shrink guard</source>
        <translation>缩减保护</translation>
    </message>
    <message>
        <source>A full load that would leave less than this per cent of the rows is refused; 0 switches the guard off.</source>
        <translation>如果全量加载后剩余行数低于此百分比，则拒绝；0 关闭此保护。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>Columns of the target that identify a row: literal names. Needed for `apply: merge`.</source>
        <translation>标识一行的目标列：字面名称。`apply: merge` 需要。</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>`full` loads everything beside and swaps; `incremental` loads windows of the watermark.</source>
        <translation>`full` 在旁边加载全部数据后切换；`incremental` 按水位窗口加载。</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>水位</translation>
    </message>
    <message>
        <source>The expression whose value orders changes, and how windows of it are cut. Needed for `mode: incremental`.</source>
        <translation>其值决定变化顺序的表达式，以及如何切分窗口。`mode: incremental` 需要。</translation>
    </message>
    <message>
        <source>One qualified column or several: the greatest that is not NULL counts.</source>
        <translation>一个或多个限定列：取非 NULL 的最大值。</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>A table that has a part of the watermark.</source>
        <translation>含有部分水位的表。</translation>
    </message>
    <message>
        <source>The joined table as SQL of the source.</source>
        <translation>按源端 SQL 写的关联表名。</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Its alias in `column` and `on`; not `t`.</source>
        <translation>在 `column` 与 `on` 中的别名；不能是 `t`。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>关联条件</translation>
    </message>
    <message>
        <source>An AND of `alias.column = t.column`.</source>
        <translation>由 AND 连接的 `alias.column = t.column`。</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>How far behind the source&apos;s clock a window ends.</source>
        <translation>窗口末端落后源端时钟多少。</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>How far below its beginning a window is read again.</source>
        <translation>窗口起点之下再读多长一段。</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>等待上限</translation>
    </message>
    <message>
        <source>How long an open transaction that has not written yet may hold a window back.</source>
        <translation>尚未写入的打开事务最多能挡住窗口多久。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>The longest window: a long stretch is cut into several windows of one run.</source>
        <translation>窗口的最大长度：较长的区间在一次运行中切成多个窗口。</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Time zone in which a column without zone is meant.</source>
        <translation>不带时区的列所用的时区。</translation>
    </message>
    <message>
        <source>NULL watermarks</source>
        <translation>NULL 水位</translation>
    </message>
    <message>
        <source>Rows without a watermark: read in every window, once a day, or bad rows.</source>
        <translation>没有水位的行：每个窗口都读、每天读一次，或视为坏行。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Where the first window begins: ISO 8601.</source>
        <translation>首个窗口的起点：ISO 8601。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>How a window reaches the target: by key, appended, or as whole partitions.</source>
        <translation>窗口如何写入目标：按主键、追加，或按整个分区。</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Needed for `apply: replace_partition`; the column is the watermark.</source>
        <translation>`apply: replace_partition` 需要；该列就是水位。</translation>
    </message>
    <message>
        <source>Column of the target: its literal name.</source>
        <translation>目标的列：字面名称。</translation>
    </message>
    <message>
        <source>By</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of a partition.</source>
        <translation>分区的大小。</translation>
    </message>
    <message>
        <source>Bad rows</source>
        <translation>坏行</translation>
    </message>
    <message>
        <source>A row that can&apos;t be loaded stops the run, or is set aside with its reason.</source>
        <translation>无法加载的行使运行停止，或连同原因放到一边。</translation>
    </message>
    <message>
        <source>Repeated keys</source>
        <translation>重复主键</translation>
    </message>
    <message>
        <source>Two rows of one snapshot with the same key stop the run, or the newest counts.</source>
        <translation>同一快照中主键相同的两行使运行停止，或取最新的一行。</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>How rows travel from source to target.</source>
        <translation>行如何从源到达目标。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>When the job runs: a cron line, or a map.</source>
        <translation>任务何时运行：一行 cron，或一个映射。</translation>
    </message>
    <message>
        <source>Cron</source>
        <translation>Cron</translation>
    </message>
    <message>
        <source>Minute, hour, day of month, month, day of week: lists, ranges, steps, English names of months and days; or `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly`. Of two restricted day fields one is enough.</source>
        <translation>分、时、日、月、星期：可用列表、范围、步长和月份、星期的英文缩写；也可写 `@hourly`、`@daily`、`@weekly`、`@monthly`、`@yearly`。日和星期都有限定时，满足其一即可。</translation>
    </message>
    <message>
        <source>Time zone of the cron line.</source>
        <translation>cron 行的时区。</translation>
    </message>
    <message>
        <source>Missed runs</source>
        <translation>错过的运行</translation>
    </message>
    <message>
        <source>What happens with times that passed while the agent was down: one run for all of them, or none.</source>
        <translation>代理停机期间错过的时刻如何处理：合并补跑一次，或不补跑。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>The schedule is kept but does not start runs.</source>
        <translation>保留计划，但不启动运行。</translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>调优</translation>
    </message>
    <message>
        <source>How hard the job works.</source>
        <translation>任务的工作强度。</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>并行流</translation>
    </message>
    <message>
        <source>How many reads go on at once.</source>
        <translation>同时进行多少个读取。</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Size of the blocks in which bytes are forwarded: 64KiB to 16MiB.</source>
        <translation>转发字节的块大小：64KiB 至 16MiB。</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>限速</translation>
    </message>
    <message>
        <source>Bytes per second over all streams; 0B/s is no limit.</source>
        <translation>所有流合计的每秒字节数；0B/s 表示不限。</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Which proofs are made, and when.</source>
        <translation>做哪些核对，何时做。</translation>
    </message>
    <message>
        <source>After a run</source>
        <translation>运行后</translation>
    </message>
    <message>
        <source>Level of the check after each run: L0 counts of the window, L1 counts, L2 digests, L3 every row.</source>
        <translation>每次运行后的核对级别：L0 窗口计数，L1 计数，L2 校验和，L3 逐行。</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再次核对</translation>
    </message>
    <message>
        <source>How long after a run it is checked again.</source>
        <translation>运行后多久再次核对。</translation>
    </message>
</context>
<context>
    <name>tidegate::JobSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>tidegate::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Jobs with problems: %1</source>
        <translation>有问题的任务：%1</translation>
    </message>
    <message>
        <source>Edited jobs: %1</source>
        <translation>已编辑的任务：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the last change of this job back</source>
        <translation>撤销此任务的上一处修改</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Do the change again that was taken back</source>
        <translation>重做被撤销的修改</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write this job&apos;s file</source>
        <translation>写入此任务的文件</translation>
    </message>
    <message>
        <source>Find a job</source>
        <translation>查找任务</translation>
    </message>
    <message>
        <source>Search in the list of jobs</source>
        <translation>在任务列表中搜索</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Go to the next problem of this job</source>
        <translation>转到此任务的下一个问题</translation>
    </message>
    <message>
        <source>Form or text</source>
        <translation>表单或文本</translation>
    </message>
    <message>
        <source>Move between the form and the text</source>
        <translation>在表单与文本之间切换</translation>
    </message>
    <message>
        <source>Run this job</source>
        <translation>运行此任务</translation>
    </message>
    <message>
        <source>Start the job that is shown, and watch it</source>
        <translation>启动当前任务并查看运行</translation>
    </message>
    <message>
        <source>%1 changed on disk while it was edited here.</source>
        <translation>在此编辑期间，磁盘上的 %1 也被修改了。</translation>
    </message>
    <message>
        <source>Both versions are kept until one is chosen; undo brings the other one back.</source>
        <translation>选定之前两个版本都保留；撤销可取回另一个。</translation>
    </message>
    <message>
        <source>Save and run</source>
        <translation>保存并运行</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The pool can&apos;t be read</source>
        <translation>无法读取项目池</translation>
    </message>
    <message>
        <source>Reading the pool</source>
        <translation>正在读取项目池</translation>
    </message>
    <message>
        <source>No job yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>No job is chosen</source>
        <translation>未选择任务</translation>
    </message>
    <message>
        <source>Choose one in the list, or press Ctrl+P and type its name.</source>
        <translation>在列表中选择，或按 Ctrl+P 输入名称。</translation>
    </message>
    <message>
        <source>A run reads the file, and this job has unsaved changes.</source>
        <translation>运行读取的是文件，而此任务有未保存的修改。</translation>
    </message>
    <message>
        <source>Save it first.</source>
        <translation>请先保存。</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>Go to the previous problem of this job</source>
        <translation>转到该任务的上一个问题</translation>
    </message>
    <message>
        <source>Apply the proposed value</source>
        <translation>采用建议的值</translation>
    </message>
    <message>
        <source>Put in what is proposed where the caret stands</source>
        <translation>在光标处填入建议的值</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>执行计划</translation>
    </message>
    <message>
        <source>Ask both servers how they would run the SQL</source>
        <translation>询问两端服务器将如何执行 SQL</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用文件的</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>The file and the text here</source>
        <translation>文件与此处的文本</translation>
    </message>
    <message>
        <source>Lines with − stand in the file, lines with + only here.</source>
        <translation>带 − 的行在文件中，带 + 的行只在此处。</translation>
    </message>
    <message>
        <source>Difference between the file and the text here</source>
        <translation>文件与此处文本的差异</translation>
    </message>
    <message>
        <source>A job brings one table of a source into the warehouse.</source>
        <translation>一个任务把源端的一张表带入数仓。</translation>
    </message>
    <message>
        <source>New job from a table…</source>
        <translation>从表新建任务…</translation>
    </message>
</context>
<context>
    <name>tidegate::ListEditor</name>
    <message>
        <source>Add a line (Insert)</source>
        <translation>添加一行（Insert）</translation>
    </message>
    <message>
        <source>Remove the lines (Delete)</source>
        <translation>删除所选行（Delete）</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移（Alt+Up）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移（Alt+Down）</translation>
    </message>
    <message>
        <source>List all %1</source>
        <translation>列出全部 %1 列</translation>
    </message>
    <message>
        <source>Add all %1 missing</source>
        <translation>添加缺少的 %1 列</translation>
    </message>
    <message>
        <source>Every column of the source is loaded, by name.</source>
        <translation>按名称加载源的全部列。</translation>
    </message>
    <message>
        <source>column_%1</source>
        <translation>column_%1</translation>
    </message>
</context>
<context>
    <name>tidegate::ListFieldModel</name>
    <message>
        <source>Addition to %1</source>
        <translation>添加到 %1</translation>
    </message>
    <message>
        <source>Removal from %1</source>
        <translation>从 %1 删除</translation>
    </message>
    <message>
        <source>New order of %1</source>
        <translation>调整 %1 的顺序</translation>
    </message>
    <message>
        <source>Change of %1</source>
        <translation>修改 %1</translation>
    </message>
</context>
<context>
    <name>tidegate::LogDock</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>all jobs</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>%1, following</source>
        <translation>%1，跟随中</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>全部运行</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Fold the log, or open it</source>
        <translation>折叠或展开日志</translation>
    </message>
    <message>
        <source>%1, run of %2</source>
        <translation>%1，%2 的运行</translation>
    </message>
    <message>
        <source>%1, standing still</source>
        <translation>%1，已停住</translation>
    </message>
    <message numerus="yes">
        <source>%n new lines, follow</source>
        <translation>
            <numerusform>%n 行新日志，跟随</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>not a pattern</source>
        <translation>不是有效的模式</translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n 处匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>No errors.</source>
        <translation>没有错误。</translation>
    </message>
    <message>
        <source>No warnings and no errors.</source>
        <translation>没有警告和错误。</translation>
    </message>
    <message>
        <source>No lines yet. A run writes here what it does.</source>
        <translation>暂无日志。运行时会在此记录。</translation>
    </message>
</context>
<context>
    <name>tidegate::LogModel</name>
    <message>
        <source>lines %1 to %2 were dropped: they came faster than they could be sent</source>
        <translation>第 %1 到 %2 行已丢弃：产生速度超过了发送速度</translation>
    </message>
</context>
<context>
    <name>tidegate::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>following</source>
        <translation>跟随中</translation>
    </message>
    <message>
        <source>standing still</source>
        <translation>已停住</translation>
    </message>
    <message>
        <source>empty, %1</source>
        <translation>空，%1</translation>
    </message>
    <message numerus="yes">
        <source>%n lines, %1; last: %2</source>
        <translation>
            <numerusform>%n 行，%1；最后一行：%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidegate::MainWindow</name>
    <message>
        <source>Tidegate</source>
        <translation>Tidegate</translation>
    </message>
    <message>
        <source>Go to job</source>
        <translation>转到任务</translation>
    </message>
    <message>
        <source>Jobs, tables, commands</source>
        <translation>任务、表、命令</translation>
    </message>
    <message>
        <source>%1 – Tidegate</source>
        <translation>%1 – Tidegate</translation>
    </message>
</context>
<context>
    <name>tidegate::MenuBar</name>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>&amp;Tidegate</source>
        <translation>Tidegate(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Pool</source>
        <translation>项目池(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
</context>
<context>
    <name>tidegate::MonitorCharts</name>
    <message>
        <source>Rows per second</source>
        <translation>每秒行数</translation>
    </message>
    <message>
        <source>Megabytes per second</source>
        <translation>每秒兆字节</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>staged</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>behind the source&apos;s clock</source>
        <translation>落后源端时钟</translation>
    </message>
</context>
<context>
    <name>tidegate::MonitorHeader</name>
    <message>
        <source>Other ways to run</source>
        <translation>其他运行方式</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Range of the charts</source>
        <translation>图表范围</translation>
    </message>
    <message>
        <source>15 m</source>
        <translation>15 分</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 时</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run one window, or one load of a full job</source>
        <translation>运行一个窗口，或一次全量加载</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the run; what is applied stays applied</source>
        <translation>停止运行；已写入的保留</translation>
    </message>
    <message>
        <source>Show what a run would do, and change nothing</source>
        <translation>显示运行会做什么，不做任何更改</translation>
    </message>
    <message>
        <source>Read the last window once more</source>
        <translation>再读一次上个窗口</translation>
    </message>
    <message>
        <source>Go on after the job or its target was changed</source>
        <translation>任务或目标变化后继续</translation>
    </message>
    <message>
        <source>End the present owner&apos;s work and become the owner</source>
        <translation>结束当前持有者的工作并成为持有者</translation>
    </message>
    <message>
        <source>Load everything beside the table, then swap</source>
        <translation>在旁边加载全部数据，然后切换</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>运行监控</translation>
    </message>
    <message>
        <source>Frozen, go on</source>
        <translation>已冻结，继续</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 时</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Dry run…</source>
        <translation>试运行…</translation>
    </message>
    <message>
        <source>Freeze the charts</source>
        <translation>冻结图表</translation>
    </message>
    <message>
        <source>Let the charts stand still, or go on; also Space</source>
        <translation>让图表停住或继续；也可按空格键</translation>
    </message>
    <message>
        <source>Run the last window again…</source>
        <translation>重跑上个窗口…</translation>
    </message>
    <message>
        <source>Run and accept the change…</source>
        <translation>接受变化并运行…</translation>
    </message>
    <message>
        <source>Run and take over…</source>
        <translation>接管并运行…</translation>
    </message>
    <message>
        <source>Reload the whole table…</source>
        <translation>重新加载整张表…</translation>
    </message>
</context>
<context>
    <name>tidegate::MonitorPage</name>
    <message>
        <source>Monitor</source>
        <translation>运行监控</translation>
    </message>
    <message>
        <source>No jobs in this pool</source>
        <translation>项目池中没有任务</translation>
    </message>
    <message>
        <source>A job is a file in customers/NAME/jobs. Make one on the page Jobs.</source>
        <translation>任务是 customers/NAME/jobs 中的一个文件。请在“任务”页新建。</translation>
    </message>
    <message>
        <source>Go to Jobs</source>
        <translation>转到任务</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>%1 已结束</translation>
    </message>
</context>
<context>
    <name>tidegate::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>tidegate::NewJobSheet</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Target table</source>
        <translation>目标表</translation>
    </message>
    <message>
        <source>Make the job</source>
        <translation>新建任务</translation>
    </message>
</context>
<context>
    <name>tidegate::OpenPanel</name>
    <message>
        <source>Folder of the pool</source>
        <translation>项目池的文件夹</translation>
    </message>
    <message>
        <source>Folder that holds pool.yaml</source>
        <translation>含 pool.yaml 的文件夹</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a pool</source>
        <translation>打开项目池</translation>
    </message>
</context>
<context>
    <name>tidegate::OverviewModel</name>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>无法比较</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>different</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>no data of the last 24 h</source>
        <translation>最近 24 小时无数据</translation>
    </message>
    <message>
        <source>last 24 h in cells of %1 min: ran %2, failed %3, late %4, no data %5</source>
        <translation>最近 24 小时，每格 %1 分钟：运行 %2，失败 %3，延迟 %4，无数据 %5</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>customer, stage</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 个任务</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 个任务</translation>
    </message>
    <message>
        <source>%1 jobs, those that need you first</source>
        <translation>%1 个任务，需处理的在前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>%1 more have not run yet</source>
        <translation>另有 %1 个尚未运行</translation>
    </message>
    <message>
        <source>%1 more ran as planned or are paused</source>
        <translation>另有 %1 个按计划运行或已暂停</translation>
    </message>
    <message>
        <source>%1 more ran as planned</source>
        <translation>另有 %1 个按计划运行</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <comment>delay</comment>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1，已折叠</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Last 24 h, %1 min per cell</source>
        <translation>最近 24 小时，每格 %1 分钟</translation>
    </message>
    <message>
        <source>Rows 24 h</source>
        <translation>24 小时行数</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下次</translation>
    </message>
</context>
<context>
    <name>tidegate::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No jobs in this pool</source>
        <translation>项目池中没有任务</translation>
    </message>
    <message>
        <source>A job brings one table into the warehouse. Make the first one on the page Jobs, or put its file into customers/NAME/jobs.</source>
        <translation>一个任务把一张表送入数仓。请在“任务”页新建第一个，或把文件放入 customers/NAME/jobs。</translation>
    </message>
    <message>
        <source>Go to Jobs</source>
        <translation>转到任务</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Rows written, 24 h</source>
        <translation>24 小时写入行数</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1？</translation>
    </message>
    <message>
        <source>usual %1–%2</source>
        <translation>平时 %1–%2</translation>
    </message>
    <message>
        <source>Largest delay</source>
        <translation>最大延迟</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>最早 %1</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Log of the job</source>
        <translation>任务日志</translation>
    </message>
    <message>
        <source>Show the log of the job that is marked</source>
        <translation>显示所选任务的日志</translation>
    </message>
    <message>
        <source>The job in Monitor</source>
        <translation>任务的运行监控</translation>
    </message>
    <message>
        <source>Show the job that is marked in Monitor</source>
        <translation>在运行监控中显示所选任务</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This agent then starts the jobs of this environment by their schedules.</source>
        <translation>此代理将按计划启动此环境的任务。</translation>
    </message>
    <message>
        <source>This agent then starts no job by itself.</source>
        <translation>此代理将不再自行启动任务。</translation>
    </message>
    <message>
        <source>It keeps that in mind when it is started again. Another agent is not told.</source>
        <translation>重新启动后仍然有效。不会通知其他代理。</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Nobody answered, and nothing was kept of an earlier time.</source>
        <translation>没有响应，也没有以前的记录。</translation>
    </message>
    <message>
        <source>%1?</source>
        <comment>an answer that is not sure any more</comment>
        <translation>%1？</translation>
    </message>
    <message>
        <source>%1?</source>
        <comment>a number that is not sure any more</comment>
        <translation>%1？</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Shown as of %1. What happened since is not known.</source>
        <translation>显示截至 %1 的数据。之后的情况未知。</translation>
    </message>
    <message>
        <source>The agent does not answer. It is started again by itself.</source>
        <translation>代理没有响应。它会自动重新启动。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what to do</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The agent does not answer, so nothing is known of the last 24 hours.</source>
        <translation>代理没有响应，最近 24 小时的情况未知。</translation>
    </message>
    <message>
        <source>It is started again by itself. Jobs can be edited meanwhile.</source>
        <translation>它会自动重新启动。期间仍可编辑任务。</translation>
    </message>
    <message>
        <source>as of %1, asking now</source>
        <translation>截至 %1，正在更新</translation>
    </message>
    <message>
        <source>as of %1 ago</source>
        <translation>%1前的数据</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Asking the agent about the last 24 hours</source>
        <translation>正在向代理询问最近 24 小时</translation>
    </message>
    <message>
        <source>Reading the pool</source>
        <translation>正在读取项目池</translation>
    </message>
</context>
<context>
    <name>tidegate::OverviewSide</name>
    <message>
        <source>Verification</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Next 2 hours</source>
        <translation>接下来 2 小时</translation>
    </message>
    <message>
        <source>Turn the schedule off…</source>
        <translation>关闭计划…</translation>
    </message>
    <message>
        <source>Turn the schedule on…</source>
        <translation>开启计划…</translation>
    </message>
    <message>
        <source>Enter opens the job.</source>
        <translation>Enter 打开任务。</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>级别 %1</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不可知。</translation>
    </message>
    <message>
        <source>The schedule is off: this agent starts no job by itself.</source>
        <translation>计划已关闭：此代理不会自行启动任务。</translation>
    </message>
    <message>
        <source>Nothing is planned.</source>
        <translation>没有计划的运行。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
</context>
<context>
    <name>tidegate::OverviewTable</name>
    <message>
        <source>All jobs</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>Enter opens a job, L its log, M its run in Monitor.</source>
        <translation>Enter 打开任务，L 打开日志，M 打开运行监控。</translation>
    </message>
</context>
<context>
    <name>tidegate::OverviewWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day of the week, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>hourly</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>every %1 d</source>
        <translation>每 %1 天</translation>
    </message>
    <message>
        <source>every %1 h</source>
        <translation>每 %1 小时</translation>
    </message>
    <message>
        <source>every %1 min</source>
        <translation>每 %1 分钟</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>每 %1 秒</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>没有需要处理的</translation>
    </message>
    <message>
        <source>1 job needs you</source>
        <translation>1 个任务需要处理</translation>
    </message>
    <message>
        <source>%1 jobs need you</source>
        <translation>%1 个任务需要处理</translation>
    </message>
    <message>
        <source>1 job in this pool</source>
        <translation>项目池中有 1 个任务</translation>
    </message>
    <message>
        <source>%1 jobs in this pool</source>
        <translation>项目池中有 %1 个任务</translation>
    </message>
    <message>
        <source>%1 of %2 ran as planned since %3, %4 have not run yet</source>
        <translation>%3 至今，%2 个任务中 %1 个按计划完成，%4 个尚未运行</translation>
    </message>
    <message>
        <source>%1 of %2 ran as planned since %3</source>
        <translation>%3 至今，%2 个任务中 %1 个按计划完成</translation>
    </message>
</context>
<context>
    <name>tidegate::PaletteButton</name>
    <message>
        <source>Jobs, tables, commands</source>
        <translation>任务、表、命令</translation>
    </message>
    <message>
        <source>Search jobs, tables and commands</source>
        <translation>搜索任务、表和命令</translation>
    </message>
</context>
<context>
    <name>tidegate::PaletteModel</name>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>tidegate::PaletteSource</name>
    <message>
        <source>read by %1</source>
        <translation>由 %1 读取</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>由 %1 写入</translation>
    </message>
</context>
<context>
    <name>tidegate::PartsBar</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>no run</source>
        <translation>无运行</translation>
    </message>
    <message>
        <source>%1 of %2 parts</source>
        <translation>第 %1 部分，共 %2 部分</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>tidegate::PlanModel</name>
    <message>
        <source>full scan %1</source>
        <translation>全表扫描 %1</translation>
    </message>
    <message>
        <source>range scan %1</source>
        <translation>范围扫描 %1</translation>
    </message>
    <message>
        <source>index alone %1</source>
        <translation>仅索引 %1</translation>
    </message>
    <message>
        <source>rows by bitmap %1</source>
        <translation>按位图取行 %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>%1, rows %2, cost %3</source>
        <translation>%1，行数 %2，代价 %3</translation>
    </message>
</context>
<context>
    <name>tidegate::PlanPanel</name>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Close the plan</source>
        <translation>关闭执行计划</translation>
    </message>
    <message>
        <source>Plan at target</source>
        <translation>目标端计划</translation>
    </message>
    <message>
        <source>Plan at source</source>
        <translation>源端计划</translation>
    </message>
    <message>
        <source>asking the servers</source>
        <translation>正在询问服务器</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>A full load is copied beside and swapped in; there is nothing to plan.</source>
        <translation>全量装载先复制到旁边再换入，没有需要计划的语句。</translation>
    </message>
    <message>
        <source>No large table is read from end to end.</source>
        <translation>没有大表被整表读取。</translation>
    </message>
    <message>
        <source>Every run reads all of %1; an index would help.</source>
        <translation>每次运行都会读完整个 %1；建索引会有帮助。</translation>
    </message>
</context>
<context>
    <name>tidegate::PlanText</name>
    <message>
        <source>(%1 rows, cost %2)</source>
        <translation>（%1 行，代价 %2）</translation>
    </message>
</context>
<context>
    <name>tidegate::PoolCloner</name>
    <message>
        <source>git could not be started.</source>
        <translation>无法启动 git。</translation>
    </message>
    <message>
        <source>Install git, or clone the pool yourself and open its folder.</source>
        <translation>请安装 git，或自行克隆项目池后打开其文件夹。</translation>
    </message>
    <message>
        <source>No address was given.</source>
        <translation>没有给出地址。</translation>
    </message>
    <message>
        <source>Paste what you would give to git clone, for example git@host:team/pool.git.</source>
        <translation>请粘贴用于 git clone 的地址，例如 git@host:team/pool.git。</translation>
    </message>
    <message>
        <source>An address does not begin with a dash.</source>
        <translation>地址不能以短横线开头。</translation>
    </message>
    <message>
        <source>Look at it again.</source>
        <translation>请检查。</translation>
    </message>
    <message>
        <source>The address contains a password.</source>
        <translation>地址中含有密码。</translation>
    </message>
    <message>
        <source>Leave it out: it would be seen by everybody on this machine and stay in the repository&apos;s settings. Use an ssh key or git&apos;s credential helper.</source>
        <translation>请去掉密码：本机所有人都能看到它，它还会留在仓库设置中。请使用 ssh 密钥或 git 的凭据助手。</translation>
    </message>
    <message>
        <source>No folder was named.</source>
        <translation>没有指定文件夹。</translation>
    </message>
    <message>
        <source>Say where the pool is to be put.</source>
        <translation>请指定项目池的位置。</translation>
    </message>
    <message>
        <source>%1 is there already and is not empty.</source>
        <translation>%1 已存在且不为空。</translation>
    </message>
    <message>
        <source>Choose another folder, or open this one if it is the pool.</source>
        <translation>请选择其他文件夹；如果它就是项目池，请直接打开。</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>正在询问服务器</translation>
    </message>
    <message>
        <source>Connect to the host once with ssh in a terminal and look at its key.</source>
        <translation>请在终端用 ssh 连接一次该主机并核对其密钥。</translation>
    </message>
    <message>
        <source>The server wants to know who you are, and nobody is asked from here. Use an ssh key of your agent, or git&apos;s credential helper.</source>
        <translation>服务器要求验证身份，而这里不会询问。请使用 ssh 代理中的密钥，或 git 的凭据助手。</translation>
    </message>
    <message>
        <source>Look at the address, or clone it in a terminal and open the folder.</source>
        <translation>请检查地址，或在终端克隆后打开文件夹。</translation>
    </message>
    <message>
        <source>git clone failed.</source>
        <translation>git clone 失败。</translation>
    </message>
    <message>
        <source>git clone failed: %1</source>
        <translation>git clone 失败：%1</translation>
    </message>
</context>
<context>
    <name>tidegate::PoolGate</name>
    <message>
        <source>Choose environment or pool</source>
        <translation>选择环境或项目池</translation>
    </message>
    <message>
        <source>Open the menu of environments and pools</source>
        <translation>打开环境与项目池菜单</translation>
    </message>
    <message>
        <source>Open another pool</source>
        <translation>打开其他项目池</translation>
    </message>
    <message>
        <source>Open a folder, clone a repository, or start the demo</source>
        <translation>打开文件夹、克隆仓库或启动演示</translation>
    </message>
    <message>
        <source>Environments and pools</source>
        <translation>环境与项目池</translation>
    </message>
    <message>
        <source>Open another pool…</source>
        <translation>打开其他项目池…</translation>
    </message>
    <message>
        <source>Clone a pool…</source>
        <translation>克隆项目池…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>customer, stage</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Jobs with changes that are not saved: %1</source>
        <translation>有未保存修改的任务：%1</translation>
    </message>
    <message>
        <source>Save them, or take the changes back, then open the other pool.</source>
        <translation>请保存或撤销修改，然后再打开其他项目池。</translation>
    </message>
    <message>
        <source>Jobs that are running: %1</source>
        <translation>正在运行的任务：%1</translation>
    </message>
    <message>
        <source>Opening another pool ends this pool&apos;s agent. Wait for them, or stop them in Monitor.</source>
        <translation>打开其他项目池会结束当前项目池的代理。请等待它们完成，或在运行监控中停止。</translation>
    </message>
</context>
<context>
    <name>tidegate::PoolProbe</name>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空的。</translation>
    </message>
    <message>
        <source>Clone a pool into it, or choose the folder that holds pool.yaml.</source>
        <translation>请把项目池克隆到这里，或选择含 pool.yaml 的文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder that holds pool.yaml, or clone the pool.</source>
        <translation>请选择含 pool.yaml 的文件夹，或克隆项目池。</translation>
    </message>
    <message>
        <source>There is one in %1: open that folder.</source>
        <translation>%1 中有一个：请打开那个文件夹。</translation>
    </message>
    <message>
        <source>%1 is no pool: there is no pool.yaml in it.</source>
        <translation>%1 不是项目池：其中没有 pool.yaml。</translation>
    </message>
    <message>
        <source>No folder was named.</source>
        <translation>没有指定文件夹。</translation>
    </message>
    <message>
        <source>Type a path, or choose a folder.</source>
        <translation>请输入路径，或选择文件夹。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>Look at the path again, or clone the pool.</source>
        <translation>请检查路径，或克隆项目池。</translation>
    </message>
    <message>
        <source>%1 is a file.</source>
        <translation>%1 是一个文件。</translation>
    </message>
    <message>
        <source>Open the folder that holds pool.yaml.</source>
        <translation>请打开含 pool.yaml 的文件夹。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read by you.</source>
        <translation>你无权读取 %1。</translation>
    </message>
    <message>
        <source>Ask its owner for the right to read it, or open another folder.</source>
        <translation>请向所有者申请读取权限，或打开其他文件夹。</translation>
    </message>
    <message>
        <source>%1/pool.yaml can&apos;t be read by you.</source>
        <translation>你无权读取 %1/pool.yaml。</translation>
    </message>
    <message>
        <source>Ask its owner for the right to read it.</source>
        <translation>请向所有者申请读取权限。</translation>
    </message>
</context>
<context>
    <name>tidegate::ProblemsBar</name>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 个问题</translation>
    </message>
    <message>
        <source>%1 · can be saved, not run</source>
        <translation>%1 · 可以保存，不能运行</translation>
    </message>
</context>
<context>
    <name>tidegate::ProcessTransport</name>
    <message>
        <source>The agent was killed or crashed.</source>
        <translation>代理被终止或已崩溃。</translation>
    </message>
    <message>
        <source>The agent ended with exit code %1.</source>
        <translation>代理已结束，退出码 %1。</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>它报告：%1</translation>
    </message>
    <message>
        <source>The agent %1 could not be started: %2.</source>
        <translation>无法启动代理 %1：%2。</translation>
    </message>
</context>
<context>
    <name>tidegate::PromptBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
</context>
<context>
    <name>tidegate::ProofBar</name>
    <message>
        <source>Verification of all jobs</source>
        <translation>全部任务的核对</translation>
    </message>
    <message>
        <source>Of %1 jobs %2 are different, %3 equal, %4 not verified</source>
        <translation>%1 个任务中，%2 个不一致，%3 个一致，%4 个未核对</translation>
    </message>
</context>
<context>
    <name>tidegate::ProofListModel</name>
    <message>
        <source>different</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>equal, older than 1 day</source>
        <translation>一致，超过 1 天</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>无法比较</translation>
    </message>
    <message>
        <source>never verified</source>
        <translation>从未核对</translation>
    </message>
    <message>
        <source>equal, younger than 1 day</source>
        <translation>一致，1 天以内</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, number of jobs</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tidegate::RailModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>tidegate::RunDesk</name>
    <message>
        <source>The agent ended while this run was under way</source>
        <translation>此次运行期间代理已结束</translation>
    </message>
    <message>
        <source>What was not committed is not applied; the last runs below come from the ledger.</source>
        <translation>未提交的内容没有写入；下面的最近运行来自账本。</translation>
    </message>
    <message>
        <source>Applied, but source and target differ</source>
        <translation>已写入，但源与目标不一致</translation>
    </message>
    <message>
        <source>The log says where. Reading the window again replaces rows that differ.</source>
        <translation>日志记有位置。重读窗口会替换不一致的行。</translation>
    </message>
    <message>
        <source>The window is held back</source>
        <translation>窗口被挡住</translation>
    </message>
</context>
<context>
    <name>tidegate::RunListModel</name>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>agent lost</source>
        <translation>代理失联</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>无事可做</translation>
    </message>
    <message numerus="yes">
        <source>%n bad rows</source>
        <translation>
            <numerusform>%n 个坏行</numerusform>
        </translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>在别处</translation>
    </message>
    <message>
        <source>%1, elsewhere</source>
        <translation>%1，在别处</translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation>最近运行</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>full load</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>read again</source>
        <translation>重读</translation>
    </message>
</context>
<context>
    <name>tidegate::RunListView</name>
    <message>
        <source>Last runs</source>
        <translation>最近运行</translation>
    </message>
</context>
<context>
    <name>tidegate::RunSheet</name>
    <message>
        <source>Take %1 over from its owner?</source>
        <translation>从持有者接管 %1？</translation>
    </message>
    <message>
        <source>The owner&apos;s sessions at the target are ended, also in the middle of an apply. What it has not committed is rolled back and read again by this run.</source>
        <translation>持有者在目标上的会话会被结束，即使正在写入。它未提交的内容会回滚，由此次运行重新读取。</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>退路</translation>
    </message>
    <message>
        <source>none is needed: the ledger says what was applied, and nothing twice</source>
        <translation>不需要：账本记有写入了什么，且没有任何内容写入两次</translation>
    </message>
    <message>
        <source>Go on with %1 after the change?</source>
        <translation>变化之后继续 %1？</translation>
    </message>
    <message>
        <source>The next window is read with the job as it is now. Rows that are applied already stay as they are: right for a change that does not concern them.</source>
        <translation>下个窗口按任务现在的定义读取。已写入的行保持不变：适用于与它们无关的变化。</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>reload the whole table, which reads everything anew</source>
        <translation>重新加载整张表，全部重读</translation>
    </message>
    <message>
        <source>Load the whole table of %1 again?</source>
        <translation>重新加载 %1 的整张表？</translation>
    </message>
    <message>
        <source>Everything is read into a table beside the target, counted, and swapped in together with its ledger row. Until then readers see the old rows.</source>
        <translation>全部数据读入目标旁的一张表，计数后连同账本记录一起切换。在此之前读者看到旧行。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>is read from its first to its last row</source>
        <translation>从第一行读到最后一行</translation>
    </message>
    <message>
        <source>stop it before the swap and nothing has changed; after it there is none</source>
        <translation>切换前停止则没有任何变化；切换后没有退路</translation>
    </message>
    <message>
        <source>Read the last window of %1 once more?</source>
        <translation>再读一次 %1 的上个窗口？</translation>
    </message>
    <message>
        <source>Every row of the last applied window is read again. Rows that are equal stay, others are replaced; the frontier does not move.</source>
        <translation>重读最后写入窗口的每一行。相同的行保留，其他行被替换；水位不移动。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重跑</translation>
    </message>
    <message>
        <source>Dry run…</source>
        <translation>试运行…</translation>
    </message>
    <message>
        <source>Read the window again…</source>
        <translation>重读窗口…</translation>
    </message>
    <message>
        <source>Accept the change…</source>
        <translation>接受变化…</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>接管…</translation>
    </message>
    <message>
        <source>Reload the table…</source>
        <translation>重新加载表…</translation>
    </message>
    <message>
        <source>End it and run</source>
        <translation>结束它并运行</translation>
    </message>
    <message>
        <source>Accept and run</source>
        <translation>接受并运行</translation>
    </message>
    <message>
        <source>Load everything</source>
        <translation>全部加载</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重读</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>tidegate::RunStatus</name>
    <message>
        <source>applied</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>无事可做</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>被占用</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>tidegate::RunSummaryView</name>
    <message>
        <source>Read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>已暂存</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>被取代</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>rows/s, %1 MB/s</source>
        <translation>行/秒，%1 MB/s</translation>
    </message>
    <message>
        <source>Rows that the target has taken beside the table. They are in the table, and count as inserted, only with the commit at the end of a window</source>
        <translation>目标在表旁暂存的行。窗口结束提交后才进入表中，并计为插入</translation>
    </message>
    <message>
        <source>Rows that the target had already, with the same values</source>
        <translation>目标中已有且值相同的行</translation>
    </message>
    <message>
        <source>Older versions of a key that the same read had newer ones of</source>
        <translation>同一次读取中已有更新版本的旧版本</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The source&apos;s clock less the end of the last applied window, %1</source>
        <translation>源端时钟减去最后写入窗口的末端，%1</translation>
    </message>
    <message>
        <source>last progress %1 ago</source>
        <translation>上次进展在 %1前</translation>
    </message>
    <message>
        <source>▼ falling</source>
        <translation>▼ 下降</translation>
    </message>
    <message>
        <source>Done in</source>
        <translation>预计还需</translation>
    </message>
    <message>
        <source>▲ growing</source>
        <translation>▲ 上升</translation>
    </message>
    <message>
        <source>from %1 s</source>
        <translation>依据 %1 秒</translation>
    </message>
    <message numerus="yes">
        <source>from %1 s, %n runs</source>
        <translation>
            <numerusform>依据 %1 秒、%n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>rows/s</source>
        <translation>行/秒</translation>
    </message>
</context>
<context>
    <name>tidegate::RunWords</name>
    <message>
        <source>applied in %1</source>
        <translation>已写入，用时 %1</translation>
    </message>
    <message>
        <source>applied in %1, verification differs</source>
        <translation>已写入，用时 %1，核对不一致</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>无事可做</translation>
    </message>
    <message>
        <source>refused after %1</source>
        <translation>%1后被拒绝</translation>
    </message>
    <message>
        <source>another owner holds the job</source>
        <translation>任务由另一持有者占用</translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation>%1后取消</translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation>%1后失败</translation>
    </message>
    <message>
        <source>window %1 of %2, %3 of about %4 rows read up to its end</source>
        <translation>第 %1 个窗口，共 %2 个；已读到其末端，%3 行，约共 %4 行</translation>
    </message>
    <message>
        <source>window %1 of %2, %3 rows read so far</source>
        <translation>第 %1 个窗口，共 %2 个；已读 %3 行</translation>
    </message>
    <message>
        <source>reading, %1 of about %2 rows</source>
        <translation>读取中，已读 %1 行，约共 %2 行</translation>
    </message>
    <message>
        <source>reading, %1 rows so far</source>
        <translation>读取中，已读 %1 行</translation>
    </message>
    <message>
        <source>not run since the console started</source>
        <translation>控制台启动后未运行</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>running for %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>the agent ended while it ran; the ledger knows how far it came</source>
        <translation>运行期间代理已结束；账本记有进度</translation>
    </message>
    <message>
        <source>window up to %1</source>
        <translation>窗口至 %1</translation>
    </message>
    <message>
        <source>window %1 to %2</source>
        <translation>窗口 %1 至 %2</translation>
    </message>
    <message>
        <source>Run it to see rows flow</source>
        <translation>运行后可看到行的流动</translation>
    </message>
    <message>
        <source>%1 rows read, every one accounted for</source>
        <translation>已读 %1 行，每一行都有去处</translation>
    </message>
    <message>
        <source>%1 rows read, nothing of this window was applied</source>
        <translation>已读 %1 行，此窗口没有写入任何内容</translation>
    </message>
    <message>
        <source>%1 rows staged, applying them in one transaction</source>
        <translation>已暂存 %1 行，正在用一个事务写入</translation>
    </message>
    <message>
        <source>building indexes and swapping tables</source>
        <translation>正在建索引并切换表</translation>
    </message>
    <message>
        <source>comparing source and target</source>
        <translation>正在比较源与目标</translation>
    </message>
    <message>
        <source>asking the source how far the window may reach</source>
        <translation>正在询问源端窗口可到何处</translation>
    </message>
    <message>
        <source>taking ownership of the job</source>
        <translation>正在取得任务的持有权</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>last run %1, %2</source>
        <translation>上次运行 %1，%2</translation>
    </message>
    <message>
        <source>started in an earlier session of the agent</source>
        <translation>由代理的上次会话启动</translation>
    </message>
    <message>
        <source>started in an earlier session of the agent, by %1</source>
        <translation>由代理的上次会话启动，启动者 %1</translation>
    </message>
    <message>
        <source>started elsewhere</source>
        <translation>在别处启动</translation>
    </message>
    <message>
        <source>started elsewhere: by %1 on %2, epoch %3</source>
        <translation>在别处启动：%2 上的 %1，epoch %3</translation>
    </message>
    <message>
        <source>%1 rows read: %2 inserted, %3 unchanged, %4 deleted, %5 superseded, %6 quarantined</source>
        <translation>已读 %1 行：插入 %2，未变 %3，删除 %4，被取代 %5，隔离 %6</translation>
    </message>
    <message>
        <source>the window was held back: %1</source>
        <translation>窗口被挡住：%1</translation>
    </message>
    <message>
        <source>its log stayed where it was started; this is what the target&apos;s ledger keeps of it</source>
        <translation>日志留在启动它的地方；这里是目标账本的记录</translation>
    </message>
    <message>
        <source>its log went with the agent of that session; this is what the history keeps of it</source>
        <translation>日志随那次会话的代理而去；这里是历史中的记录</translation>
    </message>
    <message>
        <source>reading, %1 rows so far; about %2 were expected</source>
        <translation>读取中，已读 %1 行；预计约 %2 行</translation>
    </message>
</context>
<context>
    <name>tidegate::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>of this console, for every pool</source>
        <translation>此控制台的设置，适用于所有项目池</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>tidegate::ShortcutDelegate</name>
    <message>
        <source>Press the new keys</source>
        <translation>请按新的快捷键</translation>
    </message>
</context>
<context>
    <name>tidegate::ShortcutList</name>
    <message>
        <source>Search commands and keys</source>
        <translation>搜索命令和快捷键</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>%1 already means “%2”.</source>
        <translation>%1 已用于“%2”。</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose other keys, or take them.</source>
        <translation>没有更改。请选择其他快捷键，或改用于此命令。</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>改用于此</translation>
    </message>
</context>
<context>
    <name>tidegate::ShortcutModel</name>
    <message>
        <source>everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>tidegate::SqlDiff</name>
    <message>
        <source>Reading the catalogue of what the committed job reads</source>
        <translation>正在读取已提交任务所读对象的目录</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Asking git</source>
        <translation>正在询问 git</translation>
    </message>
    <message>
        <source>This pool has no commit to compare with.</source>
        <translation>该任务池没有可比较的提交。</translation>
    </message>
    <message>
        <source>The last commit does not have this job.</source>
        <translation>上次提交中没有该任务。</translation>
    </message>
    <message>
        <source>The same as in the last commit.</source>
        <translation>与上次提交相同。</translation>
    </message>
</context>
<context>
    <name>tidegate::SqlPane</name>
    <message>
        <source>Extract</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>DDL</source>
        <translation>DDL</translation>
    </message>
    <message>
        <source>SQL of the job</source>
        <translation>任务的 SQL</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新询问</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>复制 SQL</translation>
    </message>
    <message>
        <source>Read the catalogue again</source>
        <translation>重新读取系统目录</translation>
    </message>
    <message>
        <source>reading the catalogue</source>
        <translation>正在读取系统目录</translation>
    </message>
    <message>
        <source>catalogue %1 s old</source>
        <translation>%1 秒前的系统目录</translation>
    </message>
    <message>
        <source>catalogue as of %1</source>
        <translation>系统目录截至 %1</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What differs from the last commit</source>
        <translation>与上次提交的差异</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>执行计划</translation>
    </message>
    <message>
        <source>Against the last commit</source>
        <translation>与上次提交相比</translation>
    </message>
</context>
<context>
    <name>tidegate::SqlPreview</name>
    <message>
        <source>The file has problems; this is the SQL before them.</source>
        <translation>文件有问题；这是出问题之前的 SQL。</translation>
    </message>
    <message>
        <source>Mend the marked fields and the SQL follows.</source>
        <translation>改正标出的字段后，SQL 随之更新。</translation>
    </message>
    <message>
        <source>Every row, in one snapshot</source>
        <translation>全部行，取自同一快照</translation>
    </message>
    <message>
        <source>Values of the next window</source>
        <translation>下一个窗口的值</translation>
    </message>
    <message>
        <source>Values of the first window</source>
        <translation>首个窗口的值</translation>
    </message>
</context>
<context>
    <name>tidegate::Stage</name>
    <message>
        <source>prod</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>dev</source>
        <translation>开发</translation>
    </message>
</context>
<context>
    <name>tidegate::State</name>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>late</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>different</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>tidegate::StateLabel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tidegate::StatusReporter</name>
    <message>
        <source>Times are shown in this zone</source>
        <translation>时间按此时区显示</translation>
    </message>
    <message>
        <source>no repository</source>
        <translation>无仓库</translation>
    </message>
    <message>
        <source>Branch of the pool; press to read the pool again</source>
        <translation>项目池的分支；点按可重新读取项目池</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved</source>
        <translation>
            <numerusform>%n 处未保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs with changes that are not in their files</source>
        <translation>修改尚未写入文件的任务</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs under way</source>
        <translation>进行中的运行</translation>
    </message>
    <message>
        <source>agent %1</source>
        <translation>代理 %1</translation>
    </message>
    <message>
        <source>agent starting</source>
        <translation>代理启动中</translation>
    </message>
    <message>
        <source>The agent is being started</source>
        <translation>正在启动代理</translation>
    </message>
    <message>
        <source>agent lost</source>
        <translation>代理失联</translation>
    </message>
    <message>
        <source>agent –</source>
        <translation>代理 –</translation>
    </message>
    <message>
        <source>No agent; press to start it</source>
        <translation>没有代理；点按可启动</translation>
    </message>
    <message>
        <source>source clock –</source>
        <translation>源端时钟 –</translation>
    </message>
    <message>
        <source>No source was asked for its clock yet</source>
        <translation>尚未询问任何源端的时钟</translation>
    </message>
    <message>
        <source>source clock −%1 s</source>
        <translation>源端时钟 −%1 秒</translation>
    </message>
    <message>
        <source>source clock +%1 s</source>
        <translation>源端时钟 +%1 秒</translation>
    </message>
    <message>
        <source>The clock of %1 was %2 s behind ours at %3</source>
        <translation>%3 时，%1 的时钟比本机慢 %2 秒</translation>
    </message>
    <message>
        <source>The clock of %1 was %2 s ahead of ours at %3</source>
        <translation>%3 时，%1 的时钟比本机快 %2 秒</translation>
    </message>
    <message>
        <source>system colours</source>
        <translation>系统配色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Colours; press for the next</source>
        <translation>配色；点按可切换</translation>
    </message>
    <message>
        <source>no pool</source>
        <translation>无项目池</translation>
    </message>
    <message>
        <source>No pool is open</source>
        <translation>未打开项目池</translation>
    </message>
    <message>
        <source>The agent answers; press for its log</source>
        <translation>代理有响应；点击查看日志</translation>
    </message>
</context>
<context>
    <name>tidegate::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>tidegate::Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>tidegate::UpcomingModel</name>
    <message>
        <source>%1 at %2, %3</source>
        <comment>job, time, how often</comment>
        <translation>%2，%1，%3</translation>
    </message>
</context>
<context>
    <name>tidegate::WatermarkPreview</name>
    <message>
        <source>Show ten rows</source>
        <translation>显示十行</translation>
    </message>
    <message>
        <source>Ten rows and their watermark</source>
        <translation>十行及其水位</translation>
    </message>
    <message>
        <source>asking the source</source>
        <translation>正在询问源端</translation>
    </message>
    <message>
        <source>the rows that the source gives first</source>
        <translation>源端最先给出的行</translation>
    </message>
    <message>
        <source>the source has no row</source>
        <translation>源端没有行</translation>
    </message>
</context>
<context>
    <name>tidegate::WindowActions</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Find a job, a table or a command</source>
        <translation>查找任务、表或命令</translation>
    </message>
    <message>
        <source>Go to job</source>
        <translation>转到任务</translation>
    </message>
    <message>
        <source>Find a job by some letters of its name</source>
        <translation>用名称中的几个字母查找任务</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Move the keyboard to the next part of the window</source>
        <translation>把键盘焦点移到窗口的下一部分</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>窗口的上一部分</translation>
    </message>
    <message>
        <source>Move the keyboard to the previous part of the window</source>
        <translation>把键盘焦点移到窗口的上一部分</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Show the menus; Alt alone does the same</source>
        <translation>显示菜单；单按 Alt 也可以</translation>
    </message>
    <message>
        <source>Next colours</source>
        <translation>下一种配色</translation>
    </message>
    <message>
        <source>Light, dark, or as the system</source>
        <translation>浅色、深色或跟随系统</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close the console; its agent finishes a running apply</source>
        <translation>关闭控制台；代理会完成正在进行的写入</translation>
    </message>
    <message>
        <source>Go to the page %1</source>
        <translation>转到“%1”页</translation>
    </message>
    <message>
        <source>Read the pool again</source>
        <translation>重新读取项目池</translation>
    </message>
    <message>
        <source>Read all files of the pool from disk</source>
        <translation>从磁盘读取项目池的全部文件</translation>
    </message>
</context>
<context>
    <name>tidegate::WindowBanners</name>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>关闭并丢弃</translation>
    </message>
    <message>
        <source>The agent has ended. Nothing that was not committed is applied.</source>
        <translation>代理已结束。未提交的内容都没有写入。</translation>
    </message>
    <message>
        <source>Jobs can be edited and saved; catalogue, SQL and runs come back with the agent.</source>
        <translation>任务仍可编辑和保存；系统目录、SQL 与运行要等代理恢复。</translation>
    </message>
    <message>
        <source>Jobs with changes that are not saved: %1</source>
        <translation>有未保存修改的任务：%1</translation>
    </message>
    <message>
        <source>Closing now would lose them.</source>
        <translation>现在关闭会丢失这些修改。</translation>
    </message>
</context>
<context>
    <name>tidegate::YamlPane</name>
    <message>
        <source>Text of the job</source>
        <translation>任务文本</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处修改</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处修改</translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>行 %1，列 %2</translation>
    </message>
    <message>
        <source>1 line changed since HEAD</source>
        <translation>自 HEAD 起改了 1 行</translation>
    </message>
    <message>
        <source>%1 lines changed since HEAD</source>
        <translation>自 HEAD 起改了 %1 行</translation>
    </message>
    <message>
        <source>1 line changed since the last save</source>
        <translation>自上次保存起改了 1 行</translation>
    </message>
    <message>
        <source>%1 lines changed since the last save</source>
        <translation>自上次保存起改了 %1 行</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>改用 %1</translation>
    </message>
</context>
<context>
    <name>tidegate::humanize</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>约 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>约 %1 小时</translation>
    </message>
    <message>
        <source>%1–%2 s</source>
        <translation>%1–%2 秒</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 分钟</translation>
    </message>
    <message>
        <source>%1–%2 h</source>
        <translation>%1–%2 小时</translation>
    </message>
</context>
</TS>
