namespace Cairn.Interop.Case;

/// <summary>What a field of CASE 1.1 holds.</summary>
internal enum CaseForm
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A UUID, 8-4-4-4-12.</summary>
    Uuid,

    /// <summary>An absolute URI.</summary>
    Address,

    /// <summary>A day, 2026-03-31.</summary>
    Day,

    /// <summary>A moment with its offset, 2026-03-31T14:05:00Z.</summary>
    Moment,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>An object with title, identifier and uri.</summary>
    Link,

    /// <summary>A list of links.</summary>
    Links,

    /// <summary>A link that may point to what is not CASE: its identifier is any text.</summary>
    End,

    /// <summary>CASE, or a word of one's own that begins with ext:.</summary>
    Target,

    /// <summary>A type of association, or a word of one's own that begins with ext:.</summary>
    Kind,

    /// <summary>1.1.</summary>
    Version,

    /// <summary>An object with anything inside.</summary>
    Open,

    /// <summary>A list of objects with anything inside.</summary>
    Opens,

    /// <summary>A list of objects that are checked one by one.</summary>
    Parts,

    /// <summary>An object that is checked by itself.</summary>
    Part,
}
