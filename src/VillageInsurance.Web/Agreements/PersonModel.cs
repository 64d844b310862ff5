using VillageInsurance.Domain.Agreements;
using VillageInsurance.UseCases.Agreements;

namespace VillageInsurance.Web.Agreements;

/// <summary>Who is put forward, and what was found about the four points, while somebody types.</summary>
public sealed class PersonModel
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public Guid NewStaffId { get; } = Guid.CreateVersion7();

    /// <summary>Somebody known; null for somebody new.</summary>
    public StaffToChoose.Row? Chosen { get; set; }

    public string NewName { get; set; } = "";
    public Guid? GroupId { get; set; }
    public string Character { get; set; } = "";
    public string Relations { get; set; } = "";
    public string Ability { get; set; } = "";
    public string Schooling { get; set; } = "";

    /// <summary>Null while nobody is chosen or named.</summary>
    public PersonToTake? Person => Chosen is { } known ? new(known.Id) : string.IsNullOrWhiteSpace(NewName) ? null : new(NewStaffId, NewName.Trim());

    public SelectionPoints Points => new(Character.Trim(), Relations.Trim(), Ability.Trim(), Schooling.Trim());
}
