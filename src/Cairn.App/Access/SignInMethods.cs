namespace Cairn.App.Access;

/// <summary>By what somebody signs in, as sessions and the journal say it.</summary>
internal static class SignInMethods
{
    public const string Password = "password";
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

    /// <summary>Was there one factor only? A passkey is two (the device, and its owner's finger or code), and another system asks by its own rules.</summary>
    public static bool IsWeak(string methods) => !methods.Split(' ').Any(one => one is Totp or Recovery or Passkey or Provider);
}
