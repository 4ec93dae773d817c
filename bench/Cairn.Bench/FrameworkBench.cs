using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Cairn.App.Features.Imports;
using Cairn.Learning;
using Cairn.Storage;

namespace Cairn.Bench;

/// <summary>A CASE package of thousands of competencies read, stored and adopted in an empty district; an operation is one item.</summary>
internal static class FrameworkBench
{
    private const int UsualItems = 5000;
    private const int ItemsAnArea = 50;

    public static async Task Run(BenchOptions options, Report report)
    {
        var items = options.Size ?? UsualItems;
        var package = Package(items);
        var runs = new List<Figure>();
        for (var i = 0; i <= options.Runs; i++)
        {
            var folder = new DataFolder(Path.Combine(Path.GetTempPath(), $"cairn-bench-{Guid.NewGuid():N}"));
            folder.SetMark("{}");
            District.Create(folder, DataFolder.DefaultDistrict, "Bench", "UTC");
            await using (var district = District.OpenExisting(folder, DataFolder.DefaultDistrict, toWrite: true, TimeProvider.System))
            {
                var cpu = Process.GetCurrentProcess().TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                var outcome = await ImportFramework.Apply(district, package, null, new Bringing("case", "bench.json"));
                var seconds = clock.Elapsed.TotalSeconds;
                if (!outcome.IsApplied || outcome.Tallies.Added < items) throw new InvalidOperationException("The package was refused.");
                if (i > 0) runs.Add(new Figure("import-framework", Report.Engine, items / seconds, null, null, null, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / items,
                    $"{Report.Durable}; {items:N0} competencies in {items / ItemsAnArea} areas, {package.Length >> 10} KB, {seconds:0.00} s, adopted and durable"));
            }

            folder.DeleteDemo();
        }

        report.Add(runs);
    }

    private static byte[] Package(int items)
    {
        const string changed = "2026-01-01T00:00:00Z";
        var document = Id("document", 0);
        object Link(string id) => new { title = id, identifier = id, uri = "https://example.org/" + id };
        var all = new List<object>();
        var bound = new List<object>();
        for (var i = 0; i < items; i++)
        {
            var area = Id("area", i / ItemsAnArea);
            if (i % ItemsAnArea == 0) Add(area, document, $"Area {i / ItemsAnArea}", $"A{i / ItemsAnArea}");
            Add(Id("item", i), area, $"I can do the thing that is number {i} and say how I did it.", $"C{i}");
        }

        void Add(string id, string parent, string statement, string code)
        {
            all.Add(new { identifier = id, uri = "https://example.org/" + id, fullStatement = statement, humanCodingScheme = code, lastChangeDateTime = changed });
            bound.Add(new { identifier = Id("child", bound.Count), uri = "https://example.org/a", associationType = "isChildOf", sequenceNumber = bound.Count, originNodeURI = Link(id), destinationNodeURI = Link(parent), lastChangeDateTime = changed });
        }

        return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
        {
            CFDocument = new { identifier = document, uri = "https://example.org/d", creator = "Bench", title = "Bench", lastChangeDateTime = changed }, CFItems = all, CFAssociations = bound,
        }));
    }

    private static string Id(string kind, int number) => NamedId.Of("bench", kind, $"{number}").ToString("D");
}
