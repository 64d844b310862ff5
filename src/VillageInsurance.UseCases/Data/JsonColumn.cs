using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VillageInsurance.UseCases.Data;

/// <summary>A record that is stored whole, as one jsonb column: read and written together, never searched inside.</summary>
internal static class JsonColumn
{
    public static readonly JsonSerializerOptions Format = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property) where T : class
    {
        property.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, Format),
            text => JsonSerializer.Deserialize<T>(text, Format)!,
            new ValueComparer<T>(
                (one, other) => JsonSerializer.Serialize(one, Format) == JsonSerializer.Serialize(other, Format),
                value => JsonSerializer.Serialize(value, Format).GetHashCode(StringComparison.Ordinal),
                value => value));
        return property;
    }
}
