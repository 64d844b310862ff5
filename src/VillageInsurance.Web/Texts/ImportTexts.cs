namespace VillageInsurance.Web.Texts;

/// <summary>Names Texts/ImportTexts.resx (zh-CN) and Texts/ImportTexts.en.resx: what an import expects, by <c>ImportProblem.TextKey</c>, with its detail as {0}.</summary>
public sealed class ImportTexts;
