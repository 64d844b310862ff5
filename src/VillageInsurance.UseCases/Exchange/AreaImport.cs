using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Townships and villages, by their codes. New ones are added; a new name is kept beside the old one.</summary>
internal abstract class AreaImport(string table, params string[] columns) : TableImport(table, """
    id uuid, is_new boolean, parent_id uuid, level text, kind text, code text, name text, valid_from date, registered_households integer, registered_people integer
    """, columns)
{
    // The lists do not say since when a place exists; it has always been there.
    private static readonly DateOnly Always = new(1900, 1, 1);

    private static readonly Target Areas = new("areas",
        "id, parent_id, level, kind, code, name, valid_from, registered_households, registered_people", namesBatch: false);

    private readonly Dictionary<Guid, Area> _stored = [];
    private long _changed;

    public static async Task LoadAsync(ImportRun run, TownshipImport townships, VillageImport villages)
    {
        foreach (var area in await run.Db.Areas.Include(a => a.FormerNames).Where(a => a.Level != AreaLevel.Group).ToListAsync())
        {
            townships._stored.Add(area.Id, area);
            villages._stored.Add(area.Id, area);
            if (area.Level == AreaLevel.Township) run.Keys.Townships.Add(area.Code!, new() { Id = area.Id, IsNew = false });
            else if (area.Level == AreaLevel.Village) run.Keys.Villages.Add(area.Code!, new() { Id = area.Id, IsNew = false });
            else townships.County = (area.Id, area.Code![..6]);
        }
        foreach (var group in await run.Db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Group).Select(a => new { a.Id, a.ParentId, a.Name }).ToListAsync())
            run.Keys.Groups.Add((group.ParentId!.Value, group.Name), group.Id);
    }

    /// <summary>Village groups are named by the households that lie in them.</summary>
    public static async Task AddGroupsAsync(ImportRun run, IReadOnlyList<(Guid Id, Guid VillageId, string Name)> groups)
    {
        await using var stage = new Stage(run.Connection, "id uuid, is_new boolean, parent_id uuid, level text, kind text, name text, valid_from date");
        await stage.BeginAsync();
        foreach (var (id, village, name) in groups)
            stage.Row(true).Put(id).Put(true).Put(village).Put(nameof(AreaLevel.Group)).Put(nameof(AreaKind.VillageGroup)).Put(name).Put(Always);
        await stage.CompleteAsync();
        await stage.MergeAsync(new("areas", "id, parent_id, level, kind, name, valid_from", namesBatch: false), run.Batch);
    }

    protected static string Code(RowReader row, string column, int digits)
    {
        var code = row.Text(column, digits);
        if (code.Length > 0 && (code.Length != digits || code.AsSpan().ContainsAnyExceptInRange('0', '9'))) row.Tell(column, ImportExpectation.AreaCode, $"{digits}");
        return code;
    }

    protected static void Put(Stage stage, KnownArea area, AreaLevel level, AreaKind kind, string code, string name, Guid? parent, RegisteredSize? size) =>
        stage.Row(isNew: true).Put(area.Id).Put(true).Put(parent).Put($"{level}").Put($"{kind}").Put(code).Put(name).Put(Always).Put(size?.Households).Put(size?.People);

    protected void Change(ImportRun run, KnownArea known, AreaKind kind, string name, RegisteredSize? size)
    {
        var area = _stored[known.Id];
        if (area.Name == name && area.Kind == kind && area.Registered == size) return;
        _changed++;
        if (area.Name != name) area.Rename(name, run.Db.Operation.At.LocalDay());
        area.Describe(kind, area.Terrain, area.Income, size);
    }

    protected override async Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage) =>
        ((await stage.MergeAsync(Areas, run.Batch)).Added, _changed);
}

/// <summary>townships.csv. The county itself is there by its code alone; it is made when it is missing, by its name where that is known.</summary>
internal sealed class TownshipImport() : AreaImport("townships", "code", "name", "type")
{
    private bool _countyIsNew;

    public (Guid Id, string Code)? County { get; set; }

    protected override void Take(ImportRun run, RowReader row, Stage stage)
    {
        var (code, name, kind) = (Code(row, "code", 9), row.Text("name", 100), row.OneOf("type", ClosedLists.TownshipTypes));
        var township = KnownRow.Take(run.Keys.Townships, code, row, "code");
        if (!row.IsSound) return;
        if (County is null)
        {
            County = (Guid.CreateVersion7(), code[..6]);
            _countyIsNew = true;
            Put(stage, new() { Id = County.Value.Id }, AreaLevel.County, AreaKind.County, code[..6], KnownCounties.NameOf(code[..6]), null, null);
        }
        if (code[..6] != County.Value.Code) row.Tell("code", ImportExpectation.CodeOfThisCounty, County.Value.Code);
        if (!row.IsSound) return;
        if (township.IsNew) Put(stage, township, AreaLevel.Township, kind, code, name, County.Value.Id, null);
        else Change(run, township, kind, name, null);
    }

    // The county is not a row of the file.
    protected override async Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage)
    {
        var (added, changed) = await base.MergeAsync(run, stage);
        return (_countyIsNew ? added - 1 : added, changed);
    }
}

/// <summary>villages.csv. The registered size is kept beside the village; no figure uses it.</summary>
internal sealed class VillageImport() : AreaImport("villages", "code", "township_code", "name", "kind", "households", "population")
{
    protected override void Take(ImportRun run, RowReader row, Stage stage)
    {
        var (code, name, kind) = (Code(row, "code", 12), row.Text("name", 100), row.OneOf("kind", ClosedLists.VillageKinds));
        var township = row.Known("township_code", run.Keys.Townships, ImportExpectation.KnownTownship);
        var size = new RegisteredSize(row.Number("households", 0, 1_000_000), row.Number("population", 0, 10_000_000));
        var village = KnownRow.Take(run.Keys.Villages, code, row, "code");
        if (!row.IsSound) return;
        if (village.IsNew) Put(stage, village, AreaLevel.Village, kind, code, name, township!.Id, size);
        else Change(run, village, kind, name, size);
    }
}
