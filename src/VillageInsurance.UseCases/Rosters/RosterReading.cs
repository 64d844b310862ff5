using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Reads an uploaded roster the same way at each pass: its lists with their columns as they were corrected, row by row.</summary>
internal sealed class RosterReading(RosterBatch batch, SheetSource file, string village, string? group, ReadingRules rules, SheetLimits limits, IReadOnlyDictionary<string, IReadOnlyList<RosterColumn>> recipes) : IDisposable
{
    private readonly SheetFile _file = SheetFile.Open(file, limits);

    /// <summary>What it is a list of; the first list says.</summary>
    public RosterKind Kind { get; private set; } = RosterKind.VillageRoster;

    /// <summary>The columns of its lists.</summary>
    public List<RosterColumn> Columns { get; } = [];

    public static async Task<RosterReading> OpenAsync(AppDb db, RosterBatch batch, SheetSource file, ImportRules imports, DateOnly today, SheetLimits? limits = null)
    {
        var village = await db.Areas.Where(a => a.Id == batch.VillageId).Select(a => a.Name).SingleAsync();
        var group = await db.Areas.Where(a => a.Id == batch.GroupId).Select(a => a.Name).SingleOrDefaultAsync();
        var names = await db.Areas.Where(a => a.Level == AreaLevel.Village).Select(a => a.Name).Distinct().ToListAsync();
        var recipes = await db.RosterRecipes.AsNoTracking().Where(r => r.VillageId == batch.VillageId && r.GroupId == batch.GroupId).ToDictionaryAsync(r => r.HeaderHash, r => r.Columns);
        return new(batch, file, village, group, new(new(names), imports.TestRegionAllowed, today), limits ?? SheetLimits.Upload, recipes);
    }

    /// <summary>The village's name.</summary>
    public string Village => village;

    /// <summary>The group's, where it lists one alone.</summary>
    public string? Group => group;

    /// <summary>Each list with its place among the sheets. Refused: no list, another village's, one without anything that tells households apart. Of one without ID numbers every row asks for them.</summary>
    public IEnumerable<(short Sheet, SheetShape Shape, SheetCheck Check)> Lists()
    {
        short sheet = -1;
        foreach (var (_, open) in _file.Sheets)
        {
            sheet++;
            SheetShape? found;
            using (var rows = ToldRows.Of(open)) found = ShapeFinder.Find(rows);
            if (found is null) continue;
            var shape = Corrected(found);
            if (Columns.Count == 0) Kind = shape.Kind;
            Columns.AddRange(shape.Columns.Select(c => new RosterColumn(c.Header, c.Field)));
            if (shape.Kind == RosterKind.VillageRoster)
            {
                Require(shape);
                shape = shape.WithNumbers();
            }
            using var list = ToldRows.Of(open);
            yield return (sheet, shape, new SheetCheck(list, shape, rules, village));
        }
        if (Columns.Count == 0) throw new RefusedFile(FileFault.NoHeader);
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Knows a header again, whatever the file is called.</summary>
    public static string HashOf(IEnumerable<string> headers) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headers))));

    private SheetShape Corrected(SheetShape shape)
    {
        if (!recipes.TryGetValue(HashOf(shape.Columns.Select(c => c.Header)), out var recipe) || recipe.Count != shape.Columns.Count) return shape;
        return shape with { Columns = [.. shape.Columns.Select((c, i) => c with { Field = recipe[i].Field })] };
    }

    private void Require(SheetShape shape)
    {
        if (VillageOfRoster.Find(batch.FileName, shape.Title) is { } named && named != village) throw new RefusedFile(FileFault.OtherVillage);
        if (!shape.Has(RosterField.HouseholdNo) && !shape.Has(RosterField.Relation)) throw new RefusedFile(FileFault.NoHouseholds);
    }
}
