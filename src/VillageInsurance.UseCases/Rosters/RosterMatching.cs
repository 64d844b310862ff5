using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Whom of the register a row means, and what the register has against it: registered elsewhere, ended, another group. A list of one group alone refuses the rows of the others.</summary>
internal sealed class RosterMatching(VillageRegister known, SheetShape shape, string village, string? ownGroup)
{
    private readonly HashSet<Guid> _seen = [];

    /// <summary>The person whom the last row means; null for a new one.</summary>
    public RegisteredPerson? Person { get; private set; }

    /// <summary>His membership; null for who begins one.</summary>
    public RegisteredMember? Member { get; private set; }

    /// <summary>The household that the row names, where the register knows it.</summary>
    public RegisteredHousehold? Household { get; private set; }

    /// <summary>Looks the row up, by the blind index of its number where one is known. What is found against it makes its cells ask; what it would replace is told.</summary>
    public IReadOnlyList<Finding> Check(RosterLine line, byte[]? numberIndex)
    {
        var found = new List<Finding>();
        (Person, Member) = Find(line, numberIndex);
        Household = line.Known(RosterField.HouseholdNo) is { } number ? known.Households.GetValueOrDefault(number) : Member is { } member ? known.HouseholdsById.GetValueOrDefault(member.HouseholdId) : null;
        if (Person is not null && !_seen.Add(Person.Id)) Ask(found, line, shape.Has(RosterField.MemberNo) ? RosterField.MemberNo : RosterField.IdNumber, RosterReason.IdTwice);
        if (line.Known(RosterField.MemberNo) is { } memberNo && Member?.Number != memberNo) Ask(found, line, RosterField.MemberNo, RosterReason.MemberUnknown);
        if (line.Known(RosterField.Village) is { } named && named != village) Add(found, line, RosterField.Village, CellReading.Reject(RosterReason.VillageOther));
        if (Household is { LeftOn: not null, IsVoid: false }) Ask(found, line, RosterField.HouseholdNo, RosterReason.HouseholdEnded);
        else if (Member is { } lives && Household?.Id != lives.HouseholdId) Ask(found, line, RosterField.IdNumber, RosterReason.IdElsewhere);
        CheckGroup(found, line);
        if (found.Count == 0 && Member is not null) TellChanges(found, line);
        return found;
    }

    private (RegisteredPerson?, RegisteredMember?) Find(RosterLine line, byte[]? numberIndex)
    {
        if (line.Known(RosterField.MemberNo) is { } number && known.Members.TryGetValue(number, out var named) && known.Persons.TryGetValue(named.PersonId, out var its))
            return (its, named.LeftOn is null ? named : null);
        if (numberIndex is null && shape.LacksNumbers) return FindByName(line);
        return numberIndex is not null && known.PersonsByNumber.TryGetValue(KnownKeys.PersonKey(numberIndex), out var person) ? (person, known.CurrentOf(person)) : (null, null);
    }

    /// <summary>Whether a row of a list without numbers means one person alone: of that name and birth date in that household.</summary>
    public bool IsKnownByName(RosterLine line) => FindByName(line).Item1 is not null;

    private (RegisteredPerson?, RegisteredMember?) FindByName(RosterLine line)
    {
        if (line.Known(RosterField.HouseholdNo) is not { } number || !known.Households.TryGetValue(number, out var household)) return (null, null);
        if (line.Known(RosterField.Name) is not { } name || DateCell.DayOf(line[RosterField.BirthDate].Value) is not { } born) return (null, null);
        var alike = known.LivingIn(household).Where(m => known.Persons.TryGetValue(m.PersonId, out var person) && person.Name == name && person.BirthDate == born).Take(2).ToList();
        return alike is [var member] ? (known.Persons[member.PersonId], member) : (null, null);
    }

    // Where the register has no groups, what lists say of them is not read; a household that is known changes its group by an event, not by a list.
    private void CheckGroup(List<Finding> found, RosterLine line)
    {
        if (known.Groups.Count == 0 || line.Known(RosterField.Group) is not { } group) return;
        if (ownGroup is not null && group != ownGroup && known.Groups.ContainsKey(group)) Add(found, line, RosterField.Group, CellReading.Reject(RosterReason.GroupOther));
        else if (Household is { IsVoid: false, IsNew: false } household && household.GroupId is { } its)
        {
            if (known.Groups.GetValueOrDefault(group) != its) Ask(found, line, RosterField.Group, RosterReason.GroupNotOfRegister, known.Groups.FirstOrDefault(g => g.Value == its).Key ?? "");
        }
        else if (!known.Groups.ContainsKey(group))
            Ask(found, line, RosterField.Group, RosterReason.GroupUnknown, [.. known.Groups.Keys.OrderBy(name => VillageNames.Distance(name, group)).ThenBy(name => name, StringComparer.Ordinal).Take(3)]);
    }

    private void TellChanges(List<Finding> found, RosterLine line)
    {
        Tell(found, line, RosterField.Name, Person!.Name);
        Tell(found, line, RosterField.Relation, Member!.Relation ?? "");
        Tell(found, line, RosterField.Ethnicity, Person.Ethnicity ?? "");
        if (Household is not null && HeadNameOf(line) is { Length: > 0 } head && head != Household.HeadName) found.Add(Change(line, RosterField.HeadName, head));
        if (Person.Index is null && line.Known(RosterField.IdNumber) is { } number) found.Add(Change(line, RosterField.IdNumber, number));
    }

    /// <summary>What the row says of the head's name: the head's own row counts, else the column of heads.</summary>
    public static string HeadNameOf(RosterLine line) =>
        (RelationWords.RoleOf(line[RosterField.Relation].Value) == Domain.Households.FamilyRole.Head ? line.Known(RosterField.Name) : null) ?? line.Known(RosterField.HeadName) ?? "";

    private void Tell(List<Finding> found, RosterLine line, RosterField field, string registered)
    {
        if (line.Known(field) is { } now && now != registered) found.Add(Change(line, field, now));
    }

    private Finding Change(RosterLine line, RosterField field, string value) => new(line.Row, field, shape.HeaderOf(field), RosterHandling.Change, value, RosterReason.Changed);

    private void Ask(List<Finding> found, RosterLine line, RosterField field, RosterReason reason, params string[] candidates)
    {
        Add(found, line, field, CellReading.Ask(reason));
        foreach (var (place, candidate) in candidates.Index()) found[^1].Propose(candidate, Finding.FromOwnRow - place);
    }

    private void Add(List<Finding> found, RosterLine line, RosterField field, CellReading reading)
    {
        line[field] = reading;
        found.Add(new(line.Row, field, shape.HeaderOf(field), reading.Handling, reading.Value, reading.Reason));
    }

    /// <summary>What the register says today where a row would replace it.</summary>
    public string RegisteredOf(RosterField field) => field switch
    {
        RosterField.Name => Person?.Name,
        RosterField.Relation => Member?.Relation,
        RosterField.Ethnicity => Person?.Ethnicity,
        RosterField.HeadName => Household?.HeadName,
        _ => null,
    } ?? "";
}
