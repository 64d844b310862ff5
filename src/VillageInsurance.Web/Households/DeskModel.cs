using System.Text.Json.Serialization;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.Web.Households;

/// <summary>What stands in the desk's form, as typed; kept as the draft.</summary>
public sealed class DeskModel
{
    public Guid VillageId { get; set; }
    public Guid? GroupId { get; set; }
    public int? SeenVersion { get; set; }
    public string Phone { get; set; } = "";
    public string Address { get; set; } = "";
    public Housing? Housing { get; set; }
    public string MainIncome { get; set; } = "";
    public string IncomeBand { get; set; } = "";
    public MoneyBand? DebtBand { get; set; }
    public Relief? Relief { get; set; }
    public string Machines { get; set; } = "";
    public List<MemberRow> Members { get; set; } = [];
    public List<PolicyRow> Policies { get; set; } = [];
    public VisitModel Visit { get; set; } = new();

    /// <summary>Members with a name: the empty row at the end is none.</summary>
    [JsonIgnore] public IEnumerable<MemberRow> Present => Members.Where(m => !m.IsEmpty);

    /// <summary>A new household in the agent's first village, or the known one.</summary>
    public static DeskModel Of(HouseholdDesk.View desk, Guid? villageId)
    {
        if (desk.Known is not { } h) return new() { VillageId = desk.Villages.FirstOrDefault(v => v.Id == villageId)?.Id ?? desk.Villages[0].Id, Members = [new()], Policies = [new()] };
        return new()
        {
            VillageId = h.VillageId,
            GroupId = h.GroupId,
            SeenVersion = h.Version,
            Address = h.Facts.Address ?? "",
            Housing = h.Facts.Housing,
            MainIncome = h.Facts.MainIncome ?? "",
            IncomeBand = h.Facts.IncomeBand ?? "",
            DebtBand = h.Facts.DebtBand,
            Relief = h.Facts.Relief,
            Machines = h.Facts.Machines ?? "",
            Members = [.. h.Members.Select(MemberRow.Of), new()],
            Policies = [new()],
        };
    }

    /// <summary>The village that is chosen; null for a known household that lies in none of the agent's.</summary>
    public PlaceName? PlaceIn(HouseholdDesk.View desk) => desk.Villages.FirstOrDefault(v => v.Id == VillageId)?.Name;

    /// <summary>A row stands ready behind the last one that is filled.</summary>
    public void KeepARowReady()
    {
        if (Members.Count == 0 || !Members[^1].IsEmpty) Members.Add(new());
        if (Policies.Count == 0 || Policies[^1].Product.Length > 0) Policies.Add(new());
    }

    /// <summary>What the register may hold already of the person typed last; null while nobody new is whole.</summary>
    public PossibleDuplicates.Input? NearOf(Guid household, bool isKnown) => Present.LastOrDefault(m => m is { IsNew: true, Name.Length: > 1 }) is not { } last ? null
        : new(VillageId, last.Name, last.BornAs?.BirthDate, last.Number?.Text, Household.IsPhone(Phone) ? Phone : null,
            isKnown ? null : Present.FirstOrDefault(m => m.Role == FamilyRole.Head)?.Name, isKnown ? household : null);

    /// <summary>Guesses again how new members stand to the head, where nobody has said so.</summary>
    public void GuessRoles(DateOnly today)
    {
        var said = Present.FirstOrDefault(m => m.RoleSaid && m.Role == FamilyRole.Head);
        var head = said?.BornAs ?? said?.About(today);
        var hasSpouse = Present.Any(m => m.RoleSaid && m.Role == FamilyRole.Spouse);
        foreach (var row in Present)
        {
            if (!row.RoleSaid && row.BornAs is { } born) row.Role = FamilyRoles.Guess(head, hasSpouse, born);
            head = row.Role == FamilyRole.Head ? row.BornAs ?? row.About(today) : head;
            hasSpouse |= row.Role == FamilyRole.Spouse;
        }
    }

    /// <summary>What is sent.</summary>
    public SaveHousehold.Input ToInput(Guid id, HouseholdDesk.View desk, DateOnly today) => new(id, SeenVersion, VillageId, GroupId,
        new(OrNull(Address), OrNull(MainIncome), OrNull(IncomeBand), Housing, DebtBand, Relief, OrNull(Machines)), Phone.Length > 0 ? Phone.Trim() : null,
        [.. Present.Select(m => m.ToEntry(today))], [.. DeskAdvices.Of(this, desk, today).Select(a => a.Row.ToEntry(this, desk, today) with { Customer = a.Findings.Count > 0 ? a.Row.Customer : CustomerDecision.NotAsked })],
        [.. Visit.ToConsents(this, desk)], [.. Visit.Risks.Where(r => r.Kind is not null).Select(r => r.ToEntry(today))], [.. Visit.Covers.Where(c => c.Insurer.Length > 0).Select(c => c.ToEntry())],
        Visit.ToEntry(this, today));

    internal static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
