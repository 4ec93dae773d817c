using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Access;

/// <summary>By what somebody signs in, as sessions and the journal say it.</summary>
internal static class SignInMethods
{
    public const string Password = "password";

    /// <summary>Beside a password that is long enough only with a second factor.</summary>
    public const string Short = "short";

    public const string Totp = "totp";
    public const string Recovery = "recovery";
    public const string Passkey = "passkey";
    public const string Provider = "oidc";

    /// <summary>A badge, or the three pictures that stand for it, on a device that an educator opened.</summary>
    public const string Badge = "badge";

    /// <summary>A link of a demonstration.</summary>
    public const string Demo = "demo";

    /// <summary>A mentor's link, with the code that came another way.</summary>
    public const string Link = "link";

    /// <summary>Does whoever came in so have to set up a second factor before anything else? Staff, and who has a password that was only
    /// ever meant to stand beside one: it was lost since.</summary>
    public static bool IsTooLittle(ActorKind kind, string methods) => IsWeak(methods) && (Hats.IsStaff(kind) || methods.Split(' ').Contains(Short));

    /// <summary>Was there one factor only? A passkey is two (the device, and its owner's finger or code), and another system asks by its own rules.</summary>
    public static bool IsWeak(string methods) => !methods.Split(' ').Any(one => one is Totp or Recovery or Passkey or Provider);
}
