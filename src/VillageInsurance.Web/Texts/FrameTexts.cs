namespace VillageInsurance.Web.Texts;

/// <summary>Names the texts of the frame: navigation, top bar, errors, reconnection.</summary>
public sealed class ShellTexts;

/// <summary>Names the texts of the shared parts.</summary>
public sealed class SharedTexts;

/// <summary>Names the texts of sign-in and accounts.</summary>
public sealed class AccountTexts;

/// <summary>Names MudBlazor's own texts, key by key.</summary>
public sealed class MudTexts;
