namespace Cairn.App.Ui.Layout;

/// <summary>Why a page is not shown; the number is the answer's status.</summary>
public enum RefusalKind
{
    /// <summary>What was sent cannot be read.</summary>
    Unreadable = 400,

    /// <summary>Nobody is signed in.</summary>
    SignInFirst = 401,

    /// <summary>The learner is known to the reader, and this is not theirs to do.</summary>
    NotAllowed = 403,

    /// <summary>There is nothing here, or nothing for this reader: the two look the same.</summary>
    NotFound = 404,

    /// <summary>What was sent is too large.</summary>
    TooLarge = 413,

    /// <summary>Too much was asked in a short time.</summary>
    TooMany = 429,

    /// <summary>Cairn broke.</summary>
    Failed = 500,
}
