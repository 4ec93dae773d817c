using System.Runtime.CompilerServices;
using Cairn.App.Ui.Words;

namespace Cairn.App.Tests.Languages;

/// <summary>Only tests may ask Cairn for an invented language; they say so before anything of it runs.</summary>
internal static class InventedLanguages
{
    [ModuleInitializer]
    internal static void Speak() => Environment.SetEnvironmentVariable(Pseudo.Variable, "1");
}
