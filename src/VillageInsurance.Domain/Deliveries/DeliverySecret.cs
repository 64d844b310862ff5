using System.Security.Cryptography;
using System.Text;

namespace VillageInsurance.Domain.Deliveries;

/// <summary>A key as its holder has it: a prefix that names it and 256 random bits. Shown once; what is kept of it is the hash.</summary>
public sealed class DeliverySecret
{
    private const string Start = "vi";
    private const int PrefixLength = 8, SecretLength = 43;

    private readonly string _secret;

    private DeliverySecret(string prefix, string secret) => (Prefix, _secret) = (prefix, secret);

    /// <summary>By which the key is found.</summary>
    public string Prefix { get; }

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(_secret));

    /// <summary>The whole key, as it is sent.</summary>
    public string Token => $"{Start}_{Prefix}_{_secret}";

    /// <summary>A new one.</summary>
    public static DeliverySecret Make() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PrefixLength / 2)),
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '.'));

    /// <summary>Reads one that was sent; null for anything that cannot be one.</summary>
    public static DeliverySecret? Read(string? token) =>
        token?.Split('_') is [Start, { Length: PrefixLength } prefix, { Length: SecretLength } secret] ? new(prefix, secret) : null;

    /// <summary>Whether it is the one of this hash; takes the same time for every wrong one.</summary>
    public bool Matches(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);

    /// <summary>Never the secret: a log shows the prefix alone.</summary>
    public override string ToString() => $"{Start}_{Prefix}";
}
