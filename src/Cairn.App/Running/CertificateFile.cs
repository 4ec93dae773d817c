using System.Security.Cryptography.X509Certificates;

namespace Cairn.App.Running;

/// <summary>A certificate for https in files: PEM with its key, in one file or two. It is read again when its file changes, so that a renewed
/// one is served without a stop; one that cannot be read leaves the old one in place.</summary>
internal sealed class CertificateFile
{
    private readonly string _certificate;
    private readonly string? _key;
    private readonly Lock _reading = new();
    private (DateTime WrittenAt, X509Certificate2 Certificate) _now;

    /// <exception cref="System.Security.Cryptography.CryptographicException">The files hold no certificate with its key.</exception>
    public CertificateFile(string certificate, string? key)
    {
        (_certificate, _key) = (certificate, key);
        _now = (File.GetLastWriteTimeUtc(certificate), Read());
    }

    public X509Certificate2 Now
    {
        get
        {
            lock (_reading)
            {
                var writtenAt = File.GetLastWriteTimeUtc(_certificate);
                if (writtenAt == _now.WrittenAt) return _now.Certificate;
                try
                {
                    _now = (writtenAt, Read());
                }
                catch (Exception half) when (half is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
                {
                    // Half of it is written: the next connection looks again.
                }

                return _now.Certificate;
            }
        }
    }

    private X509Certificate2 Read() => X509Certificate2.CreateFromPemFile(_certificate, _key);
}
