using Cairn.App.Ui.Words;

namespace Cairn.App.Access.Proofs;

/// <summary>What is wrong with a password, in words that say how to mend it.</summary>
internal static class PasswordWords
{
    public static string Of(Words words, PasswordFault fault, int least) => words[$"password.fault.{fault}", ("least", least), ("most", PasswordRules.Most)];
}
