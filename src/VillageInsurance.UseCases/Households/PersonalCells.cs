namespace VillageInsurance.UseCases.Households;

/// <summary>The names of encrypted cells. A cipher text opens only under the name it was made for, so these never change.</summary>
internal static class PersonalCells
{
    public const string IdNumber = "persons.id_number", Phone = "households.phone", HealthNote = "persons.health_note", Signature = "consents.signature";
}
