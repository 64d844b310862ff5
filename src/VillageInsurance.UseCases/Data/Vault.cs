using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.UseCases.Data;

/// <summary>Seals and opens single values: AES-256-GCM for the text, HMAC-SHA-256 under another key to find it again.
/// A cipher text names its algorithm and key, and opens only in the cell that it was made for.</summary>
public sealed class Vault(ColumnKeys keys)
{
    private const byte Format = 1, AesGcm256 = 1;
    private const int Header = 4, Nonce = 12, Tag = 16;

    // A cipher is costly to make and serves one thread at a time.
    private readonly Dictionary<ushort, ThreadLocal<AesGcm>> _ciphers = keys.Keys.ToDictionary(k => k.Key, k => new ThreadLocal<AesGcm>(() => new(k.Value, Tag)));

    /// <summary>Seals a value for one cell, named as table.column and the row's id.</summary>
    public Sealed Seal(string cell, Guid row, string value) => new(Encrypt(cell, row, Encoding.UTF8.GetBytes(value)), IndexOf(value));

    /// <summary>The same where the value's blind index is known already.</summary>
    public Sealed Seal(string cell, Guid row, string value, byte[] index) => new(Encrypt(cell, row, Encoding.UTF8.GetBytes(value)), index);

    /// <summary>Seals a whole file, or a text that nobody looks for.</summary>
    public byte[] SealBytes(string cell, Guid row, ReadOnlySpan<byte> content) => Encrypt(cell, row, content);

    /// <summary>Opens what <see cref="SealBytes"/> sealed.</summary>
    public byte[] OpenBytes(string cell, Guid row, byte[] cipher) => Decrypt(cell, row, cipher);

    /// <summary>The blind index of a normalised value.</summary>
    public byte[] IndexOf(string value) => HMACSHA256.HashData(keys.Index, Encoding.UTF8.GetBytes(value));

    /// <summary>Opens a value. Fails loudly when it was changed, or made for another cell.</summary>
    public string Open(string cell, Guid row, Sealed value) => Encoding.UTF8.GetString(Decrypt(cell, row, value.Cipher));

    private byte[] Decrypt(string cell, Guid row, ReadOnlySpan<byte> cipher)
    {
        if (cipher.Length < Header + Nonce + Tag || cipher[0] != Format || cipher[1] != AesGcm256)
            throw new CryptographicException($"A value in {cell} has an unknown form.");
        var number = BinaryPrimitives.ReadUInt16BigEndian(cipher[2..]);
        if (!_ciphers.TryGetValue(number, out var aes)) throw new CryptographicException($"Key {number} of {cell} is missing.");

        var text = new byte[cipher.Length - Header - Nonce - Tag];
        aes.Value!.Decrypt(cipher.Slice(Header, Nonce), cipher[(Header + Nonce + Tag)..], cipher.Slice(Header + Nonce, Tag), text, CellName(cell, row));
        return text;
    }

    private byte[] Encrypt(string cell, Guid row, ReadOnlySpan<byte> text)
    {
        var cipher = new byte[Header + Nonce + Tag + text.Length];
        (cipher[0], cipher[1]) = (Format, AesGcm256);
        BinaryPrimitives.WriteUInt16BigEndian(cipher.AsSpan(2), keys.Current);
        RandomNumberGenerator.Fill(cipher.AsSpan(Header, Nonce));
        _ciphers[keys.Current].Value!.Encrypt(cipher.AsSpan(Header, Nonce), text, cipher.AsSpan(Header + Nonce + Tag), cipher.AsSpan(Header + Nonce, Tag), CellName(cell, row));
        return cipher;
    }

    private static byte[] CellName(string cell, Guid row) => Encoding.UTF8.GetBytes($"{cell}.{row:N}");
}
