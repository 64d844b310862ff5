using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>The rows of a roster as its check read them, so that storing need not read the sheet a second time: sealed in the file store beside the upload, one file for each check.
/// What they mean in the register is looked up anew, for that may have changed since.</summary>
internal sealed class CheckedRows : IDisposable
{
    private const string Cell = "roster_batches.rows";
    private const byte EndOfList = 0, Row = 1;

    private readonly MemoryStream _content = new();
    private readonly BinaryWriter _writer;
    private RosterField[] _fields = [];

    public CheckedRows() => _writer = new(_content);

    /// <summary>Begins a list; its rows follow, and its end.</summary>
    public void Begin(short sheet, SheetShape shape)
    {
        _fields = FieldsOf(shape);
        _writer.Write(sheet);
        _writer.Write(JsonSerializer.Serialize(shape, JsonColumn.Format));
    }

    public void End() => _writer.Write(EndOfList);

    /// <summary>Keeps a row, with the blind index of its number where it has one.</summary>
    public void Put(RosterLine line, byte[]? numberIndex)
    {
        _writer.Write(Row);
        _writer.Write7BitEncodedInt64(line.Row);
        _writer.Write((byte)(numberIndex?.Length ?? 0));
        if (numberIndex is not null) _writer.Write(numberIndex);
        foreach (var field in _fields)
        {
            _writer.Write((byte)line[field].Handling);
            _writer.Write(line[field].Value);
        }
    }

    /// <summary>Seals the rows of a check that is about to end. What the same check left when it broke off is replaced.</summary>
    public async Task KeepAsync(IFileStore store, Vault vault, Guid batch, int round)
    {
        var key = KeyOf(batch, round);
        using var cipher = new MemoryStream(vault.SealBytes(Cell, key, _content.GetBuffer().AsSpan(0, (int)_content.Length)));
        await store.DeleteAsync($"{key:N}", CancellationToken.None);
        await store.PutAsync($"{key:N}", cipher, CancellationToken.None);
    }

    /// <summary>Forgets the rows of a check; nothing happens when they are not there.</summary>
    public static Task ForgetAsync(IFileStore store, Guid batch, int round) => store.DeleteAsync($"{KeyOf(batch, round):N}", CancellationToken.None);

    /// <summary>Reads the rows list by list, each to its end. Refused when they are not kept any more.</summary>
    public static async Task<IEnumerable<(short Sheet, SheetShape Shape, IEnumerable<(RosterLine Line, byte[]? NumberIndex)> Rows)>> OpenAsync(IFileStore store, Vault vault, Guid batch, int round)
    {
        var key = KeyOf(batch, round);
        if (!await store.ExistsAsync($"{key:N}", CancellationToken.None)) throw RosterRule.OnlyACheckedRosterIsStored.Broken();
        using var cipher = new MemoryStream();
        await using (var stored = await store.OpenAsync($"{key:N}", CancellationToken.None)) await stored.CopyToAsync(cipher);
        return Lists(vault.OpenBytes(Cell, key, cipher.ToArray()));
    }

    public void Dispose() => _writer.Dispose();

    private static IEnumerable<(short, SheetShape, IEnumerable<(RosterLine, byte[]?)>)> Lists(byte[] content)
    {
        using var reader = new BinaryReader(new MemoryStream(content));
        while (reader.BaseStream.Position < content.Length)
        {
            var (sheet, shape) = (reader.ReadInt16(), JsonSerializer.Deserialize<SheetShape>(reader.ReadString(), JsonColumn.Format)!);
            yield return (sheet, shape, RowsOf(reader, FieldsOf(shape)));
        }
    }

    // One line object serves the whole list, as in reading the sheet.
    private static IEnumerable<(RosterLine, byte[]?)> RowsOf(BinaryReader reader, RosterField[] fields)
    {
        var line = new RosterLine();
        while (reader.ReadByte() == Row)
        {
            line.Begin(reader.Read7BitEncodedInt64());
            var index = reader.ReadByte() is > 0 and var length ? reader.ReadBytes(length) : null;
            foreach (var field in fields) line[field] = new((RosterHandling)reader.ReadByte(), reader.ReadString(), default);
            yield return (line, index);
        }
    }

    private static RosterField[] FieldsOf(SheetShape shape) => [.. shape.Columns.Select(c => c.Field).OfType<RosterField>()];

    private static Guid KeyOf(Guid batch, int round) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{batch:N} rows {round}")).AsSpan(0, 16));
}
