using System.Globalization;
using Cairn.Bench;

// dotnet run -c Release --project bench/Cairn.Bench -- rules|plan|import|judge-local [--size N] [--runs N] [--json]
string[] scenarios = ["rules", "plan", "import", "judge-local"];
var asked = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal) && !int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out _)).ToList();
var options = BenchOptions.Read(args);
if (options is null || asked.Except(scenarios, StringComparer.Ordinal).Any())
{
    Console.Error.WriteLine("usage: rules|plan|import|judge-local [--size N] [--runs N] [--json]");
    return 2;
}

var report = new Report(options.IsJson);
foreach (var scenario in asked.Count == 0 ? [.. scenarios] : asked)
    switch (scenario)
    {
        case "rules": RulesBench.Run(options, report); break;
        case "plan": await PlanBench.Run(options, report); break;
        case "import": await ImportBench.Run(options, report); break;
        default: await JudgeBench.Run(options, report); break;
    }

return 0;
