using System.Globalization;
using System.Resources;
using FluentValidation;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Shell;

/// <summary>What a field is called when a use case refuses what stands in it: <c>Field.{name}</c> in MessageTexts.</summary>
internal static class FieldNames
{
    private static readonly ResourceManager Texts = new(typeof(MessageTexts));

    /// <summary>For the whole program; the use cases themselves hold no wording.</summary>
    public static void Use() => ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member is null ? null : Of(member.Name);

    /// <summary>The word in the language of the page; null when there is none.</summary>
    public static string? Of(string field) => Texts.GetString($"Field.{field}", CultureInfo.CurrentUICulture);
}
