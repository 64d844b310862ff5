using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.HouseRules.Tests.Types;

public class TableTests
{
    /// <summary>Tables that belong to no village. Each has its reason.</summary>
    private static readonly Dictionary<string, string> OfNoVillage = new()
    {
        ["AuditEvent"] = "read by the auditor for the whole county, written by everyone",
        ["AuditChange"] = "hangs on an AuditEvent",
        ["Area"] = "the map itself: names and codes that everyone may read",
        ["AreaName"] = "what an Area was called, and when",
        ["StaffMember"] = "works for the county; where, his grants say",
        ["RoleGrant"] = "read to find out who is asking, before there is a scope",
        ["Delegation"] = "read to find out who is asking, before there is a scope",
        ["Scheme"] = "the county's rules of a year, the same for every village",
        ["Product"] = "the insurers' catalogue, the same for every village",
        ["ProductVersion"] = "the versions of that catalogue, the same for every village",
        ["ProductTariff"] = "the products' usual terms, the same for every village",
        ["ImportBatch"] = "one file holds many villages",
        ["InsurerList"] = "one file of the insurer holds many villages",
        ["InsurerListQuestion"] = "a row of such a file that nobody has placed yet; what it says is sealed",
        ["Reconciliation"] = "one file of the bank or insurer holds many villages",
        ["ReconciledLine"] = "a row of such a file, which may be recorded nowhere; what it says is sealed, and only the insurer's people read it",
        ["QueueItem"] = "waits for a person or a role; the village is only named, so that what lies outside the villages can wait, too",
        ["JobRequest"] = "belongs to the person who started it",
        ["NumberSeries"] = "one row for the whole county, so that no number is given twice or left out",
        ["ForwardingList"] = "one list holds many villages; its lines belong to them",
        ["PublicNotice"] = "hung up for everyone to read; its places and objections belong to their villages",
        ["ProgrammeText"] = "the programme's texts, the same for every village",
        ["TrainingEvent"] = "held for many villages at once; who attended belongs to the village of the person",
        ["LeadershipSeat"] = "who leads the programme in county and townships is told to everybody",
        ["Department"] = "the county's departments, the same for every village",
        ["DepartmentName"] = "what a Department was called, and when",
        ["PaperTemplate"] = "how the county's papers look, the same for every village",
        ["CalendarDay"] = "the nation's public holidays",
        ["DeliveryKey"] = "opens the interface for the whole county",
        ["DayPlan"] = "belongs to the person who walks it; the households are looked up in his area",
        ["Draft"] = "belongs to the person who types it",
    };

    [Fact]
    public void Every_table_belongs_to_a_village_or_is_listed_here() => Law.Holds(Unscoped(ProductTypes.Model));

    [Fact]
    public void Nothing_is_deleted_because_something_else_is() => Law.Holds(Cascading(ProductTypes.Model));

    [Fact]
    public void No_table_names_its_schema() => Law.Holds(
        ProductTypes.Model.GetEntityTypes().Where(table => table.GetSchema() is not null).Select(table => table.DisplayName()));

    [Fact]
    public void A_table_without_a_village_is_found() => Assert.Equal(["Street"], Unscoped(PlantedModel()));

    [Fact]
    public void A_cascade_is_found() => Assert.Equal(["Street → Town"], Cascading(PlantedModel()));

    private static IEnumerable<string> Unscoped(IReadOnlyModel model) =>
        from table in model.GetEntityTypes()
        where !table.IsOwned() && !table.ClrType.IsAssignableTo(typeof(IVillageOwned)) && !OfNoVillage.ContainsKey(table.ClrType.Name)
        select table.ClrType.Name;

    private static IEnumerable<string> Cascading(IReadOnlyModel model) =>
        from table in model.GetEntityTypes()
        from key in table.GetForeignKeys()
        where !key.IsOwnership && key.DeleteBehavior is not (DeleteBehavior.Restrict or DeleteBehavior.NoAction or DeleteBehavior.ClientNoAction)
        select $"{table.ClrType.Name} → {key.PrincipalEntityType.ClrType.Name}";

    private static IReadOnlyModel PlantedModel()
    {
        var model = new ModelBuilder();
        model.Entity<Town>().HasKey(town => town.Id);
        model.Entity<Street>().HasKey(street => street.Id);
        model.Entity<Street>().HasOne<Town>().WithMany().HasForeignKey(street => street.TownId).OnDelete(DeleteBehavior.Cascade);
        return model.Model;
    }

    private sealed record Town(Guid Id, Guid VillageId) : IVillageOwned;

    private sealed record Street(Guid Id, Guid TownId);
}
