namespace VillageInsurance.Domain.Shared;

/// <summary>A value that only who holds the key can read: its cipher text, and an index by which the same value is found again.</summary>
/// <param name="Cipher">Version, algorithm, key number, nonce, tag and cipher text.</param>
/// <param name="Index">A keyed hash of the normalised value.</param>
public sealed record Sealed(byte[] Cipher, byte[] Index);
