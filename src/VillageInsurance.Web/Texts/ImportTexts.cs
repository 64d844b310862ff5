namespace VillageInsurance.Web.Texts;

/// <summary>Names the texts of imports; what one expects stands under <c>ImportProblem.TextKey</c>, with its detail as {0}.</summary>
public sealed class ImportTexts;
