using Cairn.Learning.Frameworks;

namespace Cairn.Interop.Case;

/// <summary>Association types of CASE and our kinds, one for one; any other type is <see cref="AssociationKind.Other"/> and keeps its name.</summary>
public static class CaseKinds
{
    /// <summary>Our kind of a type.</summary>
    public static AssociationKind Of(string type)
    {
        for (var i = 0; i < CaseAssociationType.All.Count; i++)
            if (CaseAssociationType.All[i] == type) return (AssociationKind)(i + 1);
        return AssociationKind.Other;
    }

    /// <summary>The type of an association of ours.</summary>
    public static string TypeOf(Association one) => one.Kind == AssociationKind.Other ? one.OtherKind : CaseAssociationType.All[(int)one.Kind - 1];
}
