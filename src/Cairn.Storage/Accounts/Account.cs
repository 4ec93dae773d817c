namespace Cairn.Storage.Accounts;

/// <summary>
/// How somebody signs in. What they may see hangs on the people they are, never on the account: one account may belong to an
/// educator who is a guardian too. Secrets in it are hashes or sealed, and are never shown again.
/// </summary>
public sealed class Account(Guid id, string login, DateTime createdAt)
{
    /// <summary>The account's id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>What is typed to sign in: unique in a district, compared without case and in one Unicode form.</summary>
    public string Login { get; set; } = login;

    /// <summary>An address for mail; empty for none.</summary>
    public string Email { get; set; } = "";

    /// <summary>Did a letter to the address come back with its code?</summary>
    public bool IsEmailConfirmed { get; set; }

    /// <summary>The hash of the password, with its way and rounds; empty where there is none.</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>Changes with every change of what the account signs in with: sessions that began under another end.</summary>
    public string SecurityStamp { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>The sealed key of one-time codes; null where none is set up.</summary>
    public byte[]? TotpKey { get; set; }

    /// <summary>The last step of one-time codes that was used: none is used twice.</summary>
    public long TotpStep { get; set; }

    /// <summary>Is a second factor set up and asked for?</summary>
    public bool HasSecondFactor { get; set; }

    /// <summary>Hashes of recovery codes that are left, one a line.</summary>
    public string RecoveryCodes { get; set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>When it was closed, UTC; null while it is open.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>When somebody last signed in with it, UTC.</summary>
    public DateTime? LastSignInAt { get; set; }

    /// <summary>Grows with every change; two writers of the same version do not overwrite each other.</summary>
    public int Version { get; set; } = 1;

    /// <summary>What the account signs in with changed: sessions that began before end. Returns the new stamp.</summary>
    public string ChangeStamp()
    {
        Version++;
        return SecurityStamp = Guid.NewGuid().ToString("N");
    }
}

/// <summary>A person that an account belongs to, in one relation.</summary>
/// <param name="Account">The account.</param>
/// <param name="Kind">In what relation: learner, educator (as teacher), guardian or sponsor.</param>
/// <param name="Person">The person.</param>
/// <param name="At">Since when, UTC.</param>
public sealed record AccountPerson(Guid Account, ActorKind Kind, Guid Person, DateTime At);

/// <summary>A passkey of an account.</summary>
public sealed class Passkey(byte[] id, Guid account, byte[] data, string name, DateTime createdAt)
{
    /// <summary>The credential's id, up to 1,023 bytes.</summary>
    public byte[] Id { get; private set; } = id;

    /// <summary>Whose.</summary>
    public Guid Account { get; private set; } = account;

    /// <summary>The public key and what goes with it, as the sign-in library writes it.</summary>
    public byte[] Data { get; set; } = data;

    /// <summary>What its owner calls it.</summary>
    public string Name { get; set; } = name;

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>When it last signed in, UTC.</summary>
    public DateTime? LastUsedAt { get; set; }
}

/// <summary>An account's name at another system.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Subject">The subject that it says, never an address.</param>
/// <param name="Account">Whose.</param>
/// <param name="At">When they were put together, UTC.</param>
public sealed record ExternalLogin(Guid Provider, string Subject, Guid Account, DateTime At);

/// <summary>Another system that people may sign in with (OpenID Connect).</summary>
public sealed class SignInProvider(Guid id, string name, string issuer, string clientId)
{
    /// <summary>The provider's id.</summary>
    public Guid Id { get; private set; } = id;

    /// <summary>The name on its button.</summary>
    public string Name { get; set; } = name;

    /// <summary>Its issuer, an https address.</summary>
    public string Issuer { get; set; } = issuer;

    /// <summary>What it knows us by.</summary>
    public string ClientId { get; set; } = clientId;

    /// <summary>The sealed secret; written, and never read out again. Null where none is needed.</summary>
    public byte[]? ClientSecret { get; set; }

    /// <summary>The claim that holds the key a roster knows the person by.</summary>
    public string MatchClaim { get; set; } = "";

    /// <summary>The roster's source whose keys the claim holds; empty for the username.</summary>
    public string MatchSource { get; set; } = "";

    /// <summary>The tenant or hosted domain that a sign-in has to come from; empty for any.</summary>
    public string Tenant { get; set; } = "";

    /// <summary>Is it offered?</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; } = 1;
}
