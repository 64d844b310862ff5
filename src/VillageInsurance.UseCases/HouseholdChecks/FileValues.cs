using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>The values of a household's file that a correction reads and writes.</summary>
internal sealed class FileValues
{
    private readonly Household _household;
    private readonly Dictionary<Guid, (Person Person, Membership Member)> _members;

    private FileValues(Household household, Dictionary<Guid, (Person, Membership)> members) => (_household, _members) = (household, members);

    public static async Task<FileValues> LoadAsync(AppDb db, Household household) => new(household, (await (
        from m in db.Memberships where m.HouseholdId == household.Id && m.LeftOn == null join p in db.Persons on m.PersonId equals p.Id select new { p, m }).ToListAsync())
        .ToDictionary(x => x.p.Id, x => (x.p, x.m)));

    /// <summary>The present members, the head first.</summary>
    public IEnumerable<Person> Members => _members.Values.OrderByDescending(x => x.Member.IsHead).ThenBy(x => x.Member.Number, StringComparer.Ordinal).Select(x => x.Person);

    public static bool IsSealed(CorrectedField field) => field is CorrectedField.Phone or CorrectedField.IdNumber;

    /// <summary>What stands there now; nothing of a sealed one.</summary>
    public string? Of(Guid? personId, CorrectedField field) => field switch
    {
        CorrectedField.Address => _household.Address,
        CorrectedField.MainIncome => _household.MainIncome,
        CorrectedField.Machines => _household.Machines,
        CorrectedField.IncomeBand => _household.IncomeBand,
        CorrectedField.DebtBand => _household.DebtBand?.ToString(),
        CorrectedField.Housing => _household.Housing?.ToString(),
        CorrectedField.Relief => _household.Relief?.ToString(),
        CorrectedField.Name => One(personId).Person.Name,
        CorrectedField.Relation => One(personId).Member.Relation,
        CorrectedField.Ethnicity => One(personId).Person.Ethnicity,
        CorrectedField.Occupation => One(personId).Person.Occupation,
        CorrectedField.HasMedicalInsurance => One(personId).Person.HasMedicalInsurance?.ToString(),
        CorrectedField.HasPension => One(personId).Person.HasPension?.ToString(),
        _ => null,
    };

    /// <summary>Whether the text is a value of the field; none is one, except of a name, a number and a relation.</summary>
    public static bool Fits(CorrectedField field, string? text) => field switch
    {
        CorrectedField.Name or CorrectedField.Relation => !string.IsNullOrWhiteSpace(text),
        CorrectedField.IdNumber => IdNumber.TryParse(text ?? "", testRegionAllowed: true, out _),
        CorrectedField.Phone => string.IsNullOrEmpty(text) || Household.IsPhone(text),
        CorrectedField.Housing => IsOneOf<Housing>(text),
        CorrectedField.DebtBand => IsOneOf<MoneyBand>(text),
        CorrectedField.Relief => IsOneOf<Relief>(text),
        CorrectedField.HasMedicalInsurance or CorrectedField.HasPension => string.IsNullOrEmpty(text) || text == bool.TrueString || text == bool.FalseString,
        CorrectedField.IncomeBand => text is not { Length: > 20 },
        _ => true,
    };

    /// <summary>Whom a value of a member concerns: his age decides whether a guardian is asked.</summary>
    public Person PersonOf(Guid? personId) => One(personId).Person;

    private static bool IsOneOf<T>(string? text) where T : struct, Enum => string.IsNullOrEmpty(text) || Enum.GetNames<T>().Contains(text);

    private static T? Named<T>(string? text) where T : struct, Enum => string.IsNullOrEmpty(text) ? null : Enum.Parse<T>(text);

    private static bool? Answer(string? text) => string.IsNullOrEmpty(text) ? null : text == bool.TrueString;

    /// <summary>Writes the new value. Refused when the old one no longer stands there.</summary>
    public void Write(FieldAsk ask, Vault vault, Guid correctionId)
    {
        if (Of(ask.PersonId, ask.Field) != ask.Old) throw CorrectionRule.TheOldValueStands.Broken();
        var secret = ask.Secret is null ? null : vault.Open(AskCorrection.Cell, correctionId, new Sealed(Convert.FromBase64String(ask.Secret), []));
        var facts = new HouseholdFacts(_household.Address, _household.MainIncome, _household.IncomeBand, _household.Housing, _household.DebtBand, _household.Relief, _household.Machines);
        switch (ask.Field)
        {
            case CorrectedField.Address: _household.Describe(facts with { Address = ask.New }); break;
            case CorrectedField.MainIncome: _household.Describe(facts with { MainIncome = ask.New }); break;
            case CorrectedField.Machines: _household.Describe(facts with { Machines = ask.New }); break;
            case CorrectedField.IncomeBand: _household.Describe(facts with { IncomeBand = ask.New }); break;
            case CorrectedField.DebtBand: _household.Describe(facts with { DebtBand = Named<MoneyBand>(ask.New) }); break;
            case CorrectedField.Housing: _household.Describe(facts with { Housing = Named<Housing>(ask.New) }); break;
            case CorrectedField.Relief: _household.Describe(facts with { Relief = Named<Relief>(ask.New) }); break;
            case CorrectedField.Phone: _household.ReachedAt(string.IsNullOrEmpty(secret) ? null : vault.Seal(PersonalCells.Phone, _household.Id, secret)); break;
            default: WritePerson(One(ask.PersonId), ask, secret, vault); break;
        }
    }

    private void WritePerson((Person Person, Membership Member) one, FieldAsk ask, string? secret, Vault vault)
    {
        var facts = new PersonFacts(one.Person.Ethnicity, one.Person.Occupation, one.Person.HasMedicalInsurance, one.Person.HasPension);
        switch (ask.Field)
        {
            case CorrectedField.Name:
                one.Person.Rename(ask.New!);
                if (one.Member.IsHead) _household.NameHead(ask.New!);
                break;
            case CorrectedField.Relation: one.Member.Describe(ask.New, one.Member.Residence); break;
            case CorrectedField.Ethnicity: one.Person.Describe(facts with { Ethnicity = ask.New }); break;
            case CorrectedField.Occupation: one.Person.Describe(facts with { Occupation = ask.New }); break;
            case CorrectedField.HasMedicalInsurance: one.Person.Describe(facts with { HasMedicalInsurance = Answer(ask.New) }); break;
            case CorrectedField.HasPension: one.Person.Describe(facts with { HasPension = Answer(ask.New) }); break;
            case CorrectedField.IdNumber when IdNumber.TryParse(secret ?? "", testRegionAllowed: true, out var number):
                one.Person.Identify(vault.Seal(PersonalCells.IdNumber, one.Person.Id, number.Text), number.Sex, number.BirthDate);
                break;
        }
    }

    private (Person Person, Membership Member) One(Guid? personId) =>
        personId is { } id && _members.TryGetValue(id, out var found) ? found : throw new NotFound(nameof(Person), personId ?? Guid.Empty);
}
