using System.Globalization;
using System.Text;
using QRCoder;

namespace Cairn.App.Access.Proofs;

/// <summary>A text as a QR picture: the squares as one path of an SVG, without script and without style.</summary>
internal static class QrPicture
{
    /// <summary>How many squares a side has, its margin too, and the path of those that are dark.</summary>
    public static (int Side, string Path) Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
            for (var x = 0; x < data.ModuleMatrix[y].Length; x++)
                if (data.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return (data.ModuleMatrix.Count, path.ToString());
    }
}
