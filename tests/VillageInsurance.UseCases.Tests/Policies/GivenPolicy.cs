using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Policies;

/// <summary>Families with policies as the insurer tells them.</summary>
internal static class GivenPolicy
{
    public static DateOnly Today => GivenHousehold.Today;

    /// <summary>A family of head, spouse and child; their ID numbers.</summary>
    public static async Task<(string Head, string Spouse, string Child)> GivenPeopleAsync(this TestDatabase database, Actor agent, Guid? village = null)
    {
        var family = GivenHousehold.Family() with { VillageId = village ?? Places.Village, GroupId = village is null ? Places.Group : null };
        await database.SaveAsync(agent, family);
        return (family.Members[0].IdNumber!, family.Members[1].IdNumber!, family.Members[2].IdNumber!);
    }

    /// <summary>A row of a long policy, issued today and paid each year.</summary>
    public static PolicyRow Row(int row, string number, string product, string insured, string? holder = null) => new(row)
    {
        Number = number,
        Product = product,
        Village = new("999999101201", null, null),
        Insured = new(insured, null),
        Holder = new(holder ?? insured, null),
        IssuedOn = Today,
        EffectiveOn = Today.AddDays(1),
        EndsOn = Today.AddYears(20),
        Mode = PayMode.Annual,
        PayYears = 10,
        PremiumFen = 60_000,
        SumInsuredFen = 1_000_000,
    };

    public static PaymentRow Paid(int row, string number, string policy, long fen = 60_000, PaymentKind kind = PaymentKind.Receipt) => new(row)
    {
        Number = number,
        PolicyNumber = policy,
        BookedOn = Today,
        Kind = kind,
        PolicyYear = 1,
        AmountFen = fen,
        Method = PaymentMethod.Bank,
    };

    public static Task<IReadOnlyList<RowResult>> TakeAsync(this TestDatabase database, Actor insurer, params PolicyRow[] rows) =>
        database.GateFor(insurer, GivenHousehold.Clock()).ChangeAsync(Permission.BringInsurerLists, db => new InsurerIntake(db, Imports.Vault, Guid.NewGuid(), Today).PoliciesAsync(rows));

    public static Task<IReadOnlyList<RowResult>> TakeAsync(this TestDatabase database, Actor insurer, params PaymentRow[] rows) =>
        database.GateFor(insurer, GivenHousehold.Clock()).ChangeAsync(Permission.BringInsurerLists, db => new InsurerIntake(db, Imports.Vault, Guid.NewGuid(), Today).PaymentsAsync(rows));

    /// <summary>Somebody of the insurer whom the staff list knows.</summary>
    public static async Task<Actor> GivenInsurerAsync(this TestDatabase database)
    {
        var staff = new StaffMember(Guid.CreateVersion7(), $"i{Guid.NewGuid():N}", "Insurer", "Branch");
        await database.GivenAsync(Places.Village, staff);
        return new(staff.Id, staff.Name, [new(Role.InsurerReviewer, RolePermissions.Of(Role.InsurerReviewer), DataScope.WholeCounty, From: Someone.Today)], Someone.Today);
    }
}
