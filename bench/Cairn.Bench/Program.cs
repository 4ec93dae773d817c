using System.Globalization;
using Cairn.Bench;

// dotnet run -c Release --project bench/Cairn.Bench -- SCENARIO… [--size N] [--runs N] [--json] [--postgres CONNECTION]
string[] scenarios = ["rules", "estimate", "audit", "plan", "grid", "import", "import-framework", "recompute", "simulate", "judge-local", "verify", "sign-in", "regroup", "flex", "cohort", "grid-keys", "capture", "class-pages"];
var asked = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal) && !int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !arg.Contains('=', StringComparison.Ordinal)).ToList();
var options = BenchOptions.Read(args);
if (options is null || asked.Except(scenarios, StringComparer.Ordinal).Any())
{
    Console.Error.WriteLine($"usage: {string.Join('|', scenarios)} [--size N] [--runs N] [--json] [--postgres CONNECTION]");
    return 2;
}

// Before anything is read: the figures name the engine, and the processes that are started are told of it.
if (options.Postgres is { } server) Environment.SetEnvironmentVariable(Cairn.Storage.DataFolder.ServerVariable, server);
var report = new Report(options.IsJson);
foreach (var scenario in asked.Count == 0 ? [.. scenarios] : asked)
    switch (scenario)
    {
        case "rules": RulesBench.Run(options, report); break;
        case "estimate": EstimateBench.Run(options, report); break;
        case "audit": AuditBench.Run(options, report); break;
        case "plan": await PlanBench.Run(options, report); break;
        case "grid": await GridBench.Run(options, report); break;
        case "import": await ImportBench.Run(options, report); break;
        case "import-framework": await FrameworkBench.Run(options, report); break;
        case "recompute": await RecomputeBench.Run(options, report); break;
        case "simulate": await SimulateBench.Run(options, report); break;
        case "verify": await VerifyBench.Run(options, report); break;
        case "regroup": RegroupBench.Run(options, report); break;
        case "flex": await FlexBench.Run(options, report); break;
        case "cohort": await CohortBench.Run(options, report); break;
        case "grid-keys": await ClassBench.Keys(options, report); break;
        case "capture": await ClassBench.Capture(options, report); break;
        case "class-pages": await ClassBench.Pages(options, report); break;
        case "sign-in": await SignInBench.Run(options, report); break;
        default: await JudgeBench.Run(options, report); break;
    }

return 0;
