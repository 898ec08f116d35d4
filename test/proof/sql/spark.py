"""The views in Spark on two workers in processes of their own. Started by run.mjs; prints a line of JSON for each thing measured."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyspark
from pyspark.sql import SparkSession

folder, law, sizes = Path(sys.argv[1]), sys.argv[2], [int(one) for one in sys.argv[3].split(",")]
PORT = 17_077
HOME = Path(pyspark.__file__).parent
ENVIRONMENT = {**os.environ, "SPARK_HOME": str(HOME), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_NO_DAEMONIZE": "1"}


def say(**measured):
    print(json.dumps(measured), flush=True)


def start(role, *options):
    log = open(folder / f"{role.rsplit('.', 1)[1]}-{time.time_ns()}.log", "w")
    command = [str(HOME / "bin/spark-class"), role, "--host", "127.0.0.1", *options]
    # A group of its own, so that it ends as a whole.
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=log, stderr=log, start_new_session=True)


def end(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


MASTER = f"spark://127.0.0.1:{PORT}"
processes = [start("org.apache.spark.deploy.master.Master", "--port", str(PORT), "--webui-port", "0")]
time.sleep(8)
WORKER = "org.apache.spark.deploy.worker.Worker"
for _ in range(2):
    options = ["--cores", "1", "--memory", "2g", "--webui-port", "0", "--work-dir", str(folder / "work"), MASTER]
    processes.append(start(WORKER, *options))


def statements(name):
    return [one for one in (Path(law) / "spark" / f"{name}.sql").read_text().split(";\n") if one.strip()]


def view(name):
    return next(one for one in statements("views") if f"VIEW {name} " in one)


def rows(members):
    """Members by twelve years: the same as `portfolio` of rows.mjs makes."""
    words = json.loads((folder / "categories.json").read_text())
    cases = " ".join(f"WHEN {index} THEN '{word}'" for index, word in enumerate(words))
    spark.range(members * 12, numPartitions=max(8, members // 125_000)).createOrReplaceTempView("ids")
    spark.sql(
        f"""CREATE OR REPLACE TEMPORARY VIEW inasti_member AS
        SELECT CAST(n AS STRING) AS member, CASE n % {len(words)} {cases} END AS category, CAST(2015 + y AS INT) AS year, 4 AS quarter,
          CAST((((n * 2654435 + y * 40503) % 4294967296) % 16000000 - 500000) * 0.01BD AS DECIMAL(18, 6)) AS income,
          CAST(NULL AS STRING) AS income_given, CAST(NULL AS DECIMAL(18, 6)) AS income_n3, CAST(0.0305 AS DECIMAL(18, 9)) AS fee_rate
        FROM (SELECT id DIV 12 AS n, id % 12 AS y FROM ids)"""
    )
    for name in ("inasti_quarter", "fund_scenario"):
        spark.sql(view(name))


SUMS = "SELECT year, place, members, refused_members, fee_income_cents FROM fund_scenario ORDER BY year, place"


def sums():
    return [[int(one) if one is not None else None for one in row] for row in spark.sql(SUMS).collect()]


def busy():
    """Seconds of processor that the workers and their executors have used, where the system tells; others on the machine do not change them."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[2]) in [worker.pid for worker in processes[1:]]:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def measured(**of):
    """The sums, and how long they took."""
    began, used = time.time(), busy()
    result = sums()
    say(**of, seconds=round(time.time() - began, 1), busy=round(busy() - used, 1), sums=result)


def shuffles(plan):
    """The lines of a plan, from the top down, that move rows between executors, and the line below each."""
    lines = [one.lstrip(" :+-").removeprefix("*").lstrip("(0123456789) ") for one in plan.splitlines()]
    return [[one.split("(")[0], lines[at + 1].split("(")[0], lines[at + 1]] for at, one in enumerate(lines) if one.startswith("Exchange ")]


def kill_a_worker():
    """Once some tasks of the longest stage are done, and others are not."""
    tracker = spark.sparkContext.statusTracker()
    while True:
        for stage in map(tracker.getStageInfo, tracker.getActiveStageIds()):
            if stage and stage.numTasks >= 8 and stage.numTasks * 0.4 < stage.numCompletedTasks < stage.numTasks:
                end(processes[-1])
                return say(killed=f"after {stage.numCompletedTasks} of {stage.numTasks} tasks")
        time.sleep(0.05)


spark = None
try:
    spark = (
        SparkSession.builder.master(MASTER)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", "2g")
        .config("spark.executor.memory", "1536m")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        # Long expressions become long methods, which Java would leave to its interpreter.
        .config("spark.executor.extraJavaOptions", "-XX:-DontCompileHugeMethods")
        .config("inasti.path", law)
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    say(version=pyspark.__version__)
    spark.conf.set("inasti.path", law)
    for statement in statements("law"):
        spark.sql(statement)
    trials = ", ".join(f"({place + 1}, {rate}BD)" for place, rate in enumerate(json.loads((folder / "rates.json").read_text())))
    spark.sql(f"CREATE OR REPLACE TEMPORARY VIEW fund_trial AS SELECT col1 AS place, CAST(col2 AS DECIMAL(18, 9)) AS fee_rate, CAST(NULL AS DECIMAL(18, 9)) AS leave FROM VALUES {trials}")

    rows(1)
    edges = spark.read.csv(str(folder / "edges.csv"), header=True, schema="member STRING, category STRING, year INT, quarter INT, cents BIGINT")
    edges.createOrReplaceTempView("edges")
    spark.sql("CREATE OR REPLACE TEMPORARY VIEW inasti_member AS SELECT member, category, year, quarter, CAST(cents * 0.01BD AS DECIMAL(18, 6)) AS income, CAST(NULL AS STRING) AS income_given, CAST(cents * 0.01BD AS DECIMAL(18, 6)) AS income_n3, CAST(0.0305 AS DECIMAL(18, 9)) AS fee_rate FROM edges")
    spark.sql(view("inasti_quarter"))
    found = spark.sql("SELECT quarterly_cents, provisional_cents FROM inasti_quarter ORDER BY CAST(member AS INT)").collect()
    say(edges=[[one[0], one[1]] for one in found])
    # What is refused, and why, as a query that only reads.
    bad = ", ".join(f"({row})" for row in json.loads((folder / "bad.json").read_text()))
    spark.sql(
        f"""CREATE OR REPLACE TEMPORARY VIEW inasti_member AS
        SELECT col1 AS member, CAST(col2 AS STRING) AS category, CAST(col3 AS INT) AS year, CAST(col4 AS INT) AS quarter,
          CAST(col5 AS DECIMAL(18, 6)) AS income, CAST(col6 AS STRING) AS income_given, CAST(NULL AS DECIMAL(18, 6)) AS income_n3, CAST(NULL AS DECIMAL(18, 9)) AS fee_rate
        FROM VALUES {bad}"""
    )
    spark.sql(
        """CREATE OR REPLACE TEMPORARY VIEW inasti_member_year AS
        SELECT member, category, year, income, income_given, income AS paid, fee_rate FROM inasti_member WHERE FALSE"""
    )
    for language in json.loads((folder / "spoken.json").read_text()):
        spark.sql(f"CREATE OR REPLACE TEMPORARY VIEW inasti_language AS SELECT '{language}' AS language")
        for name in ("inasti_quarter", "inasti_refused"):
            spark.sql(view(name))
        found = spark.sql(
            """SELECT r.reason_key, r.reason, q.quarterly_cents FROM inasti_refused AS r
            LEFT JOIN inasti_quarter AS q ON q.member = r.member ORDER BY CAST(r.member AS INT)"""
        )
        say(language=language, bad=[list(row) for row in found.collect()])
    for members in sizes:
        rows(members)
        measured(members=members)
    plan = spark.sql(SUMS.split(" ORDER")[0])._jdf.queryExecution().executedPlan().toString()
    say(shuffles=shuffles(plan))
    (folder / "plan.txt").write_text(plan)

    sample = f"SELECT member, year, quarterly_cents, fee_cents FROM inasti_quarter WHERE (CAST(member AS BIGINT) * 40503) % 65536 % 100 = 7"
    spark.sql(sample).write.mode("overwrite").csv(str(folder / "sample"), nullValue="")
    say(sample=str(folder / "sample"))

    threading.Thread(target=kill_a_worker, daemon=True).start()
    measured(again=sizes[-1])
finally:
    if spark is not None:
        spark.stop()
    for process in processes:
        end(process)
