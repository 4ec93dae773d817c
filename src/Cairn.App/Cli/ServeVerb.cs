using System.CommandLine;
namespace Cairn.App.Cli;
internal static class ServeVerb { public static Command Make(Terminal terminal) => new("serve"); }
internal static class DemoVerb { public static Command Make(Terminal terminal) => new("demo"); }
internal static class DoctorVerb { public static Command Make(Terminal terminal) => new("doctor"); }
