using System.Globalization;
using Cairn.Drills;
using Cairn.Drills.Faults;
using Cairn.Drills.Killed;
using Cairn.Drills.Rebuilt;
using Cairn.Storage;

// ./drills is the way in; what begins with a dash there is sorted out there.
return args switch
{
    ["kill9", var runs] => await ByHand.Kill9(Number(runs)),
    ["powerloss", var cuts] => await ByHand.PowerLoss(Number(cuts)),
    ["eio"] => await ByHand.Eio(),
    ["diskfull"] => await ByHand.DiskFull(),
    ["restore"] => await ByHand.Restore(),
    ["upgrade"] => await ByHand.Upgrade(),
    ["upgrading", var folder, var step] => await UpgradeDrill.Inside(folder, step),
    ["flush", var folder, var name, var number] => await FlushDrill.Inside(folder, name, Number(number)),
    ["full", var folder, var left, .. var rest] => await FullDiskDrill.Inside(folder, Number(left), rest is ["mounted"]),
    ["write", var folder, .. var rest] => await Write(folder, rest),
    _ => Usage(),
};

static async Task<int> Write(string folder, string[] rest)
{
    await WritingProcess.Run(new DataFolder(folder), rest is [_, ..] ? Number(rest[0]) : null, rest is [_, "make"]);
    return 0;
}

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("usage: kill9 N | powerloss N | eio | diskfull | restore | upgrade");
    return 2;
}
