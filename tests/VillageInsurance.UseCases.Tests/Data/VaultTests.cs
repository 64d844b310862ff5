using System.Security.Cryptography;
using System.Text;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Tests.Data;

public class VaultTests
{
    private const string Cell = "persons.id_number", IdNumber = "999999198305115031";

    private readonly ColumnKeys _keys = ColumnKeys.Random();
    private readonly Guid _row = Guid.NewGuid();

    [Fact]
    public void What_was_sealed_opens_again_and_shows_nothing()
    {
        var vault = new Vault(_keys);

        var value = vault.Seal(Cell, _row, IdNumber);

        Assert.Equal(IdNumber, vault.Open(Cell, _row, value));
        Assert.DoesNotContain(IdNumber, Encoding.Latin1.GetString(value.Cipher), StringComparison.Ordinal);
        Assert.NotEqual(value.Cipher, vault.Seal(Cell, _row, IdNumber).Cipher);
    }

    [Fact]
    public void The_same_value_is_found_by_its_index_and_only_with_the_key()
    {
        var index = new Vault(_keys).Seal(Cell, _row, IdNumber).Index;

        Assert.Equal(index, new Vault(_keys).IndexOf(IdNumber));
        Assert.NotEqual(index, new Vault(ColumnKeys.Random()).IndexOf(IdNumber));
    }

    [Fact]
    public void A_value_moved_to_another_row_or_column_fails_loudly()
    {
        var vault = new Vault(_keys);
        var value = vault.Seal(Cell, _row, IdNumber);

        Assert.ThrowsAny<CryptographicException>(() => vault.Open(Cell, Guid.NewGuid(), value));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open("households.phone", _row, value));
    }

    [Fact]
    public void After_a_new_key_old_values_still_open_and_new_ones_name_it()
    {
        var old = new Vault(_keys).Seal(Cell, _row, IdNumber);
        var rotated = new Vault(_keys with { Current = 2, Keys = new Dictionary<ushort, byte[]>(_keys.Keys) { [2] = RandomNumberGenerator.GetBytes(32) } });

        Assert.Equal(IdNumber, rotated.Open(Cell, _row, old));
        Assert.Throws<CryptographicException>(() => new Vault(_keys).Open(Cell, _row, rotated.Seal(Cell, _row, IdNumber)));
    }

    [Fact]
    public void A_key_file_is_made_readable_by_nobody_else_and_refused_otherwise()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("keys-").FullName, "keys.json");

        var made = ColumnKeys.LoadOrMake(file);

        Assert.Equal(made.Index, ColumnKeys.Load(file).Index);
        Assert.Throws<InvalidOperationException>(() => ColumnKeys.Load(file + ".missing"));
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Throws<InvalidOperationException>(() => ColumnKeys.Load(file));
    }

    [Theory]
    [InlineData("999999198305115031", "999***********5031")]
    [InlineData("10027730163", "100****0163")]
    [InlineData("1234567", "*******")]
    public void Numbers_are_masked_but_for_three_and_four(string value, string masked) => Assert.Equal(masked, Masking.Number(value));

    [Theory]
    [InlineData("\u5ca9", "\u5ca9*")]
    [InlineData("\u5ca9\u5e94\u4e19", "\u5ca9**")]
    [InlineData("", "")]
    public void Names_are_masked_but_for_the_first_character(string value, string masked) => Assert.Equal(masked, Masking.Name(value));
}
