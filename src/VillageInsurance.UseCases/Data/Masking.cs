namespace VillageInsurance.UseCases.Data;

/// <summary>How personal values are shown to whom may not see them whole. Masked on the server, so that no more than this ever leaves it.</summary>
public static class Masking
{
    /// <summary>The first three and last four characters of an ID number or phone number.</summary>
    public static string Number(string value) => value.Length < 8 ? new string('*', value.Length) : $"{value[..3]}{new string('*', value.Length - 7)}{value[^4..]}";

    /// <summary>The first character of a name.</summary>
    public static string Name(string value) => value.Length == 0 ? "" : $"{value[0]}{new string('*', Math.Max(1, value.Length - 1))}";
}
