using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.UseCases.HouseholdChecks;

namespace VillageInsurance.Web.HouseholdChecks;

/// <summary>One value of the form: whose, which, and how it is to be.</summary>
public sealed class CorrectionLine
{
    /// <summary>The member; null for the household itself.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The field.</summary>
    public CorrectedField Field { get; private set; } = CorrectedField.Address;

    /// <summary>As it is to be; empty takes the value out.</summary>
    public string New { get; set; } = "";

    /// <summary>What can be chosen.</summary>
    public IEnumerable<CorrectedField> Fields => Enum.GetValues<CorrectedField>().Where(f => f.IsOfMember() == PersonId is not null);

    /// <summary>Somebody else's value: it begins with their first field.</summary>
    public void Of(Guid? personId)
    {
        PersonId = personId;
        Turn(Fields.First());
    }

    /// <summary>Another field begins empty.</summary>
    public void Turn(CorrectedField field) => (Field, New) = (field, "");

    /// <summary>What stands there now.</summary>
    public string? Old(CorrectionStart.View start) =>
        (PersonId is { } id ? start.Members.Single(m => m.PersonId == id).Values : start.Values).GetValueOrDefault(Field);

    /// <summary>As it is told to the use case.</summary>
    public AskCorrection.Change ToChange() => new(PersonId, Field, New.Length == 0 ? null : New);
}
