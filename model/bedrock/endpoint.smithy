$version: "2.0"

namespace com.amazonaws.bedrock

use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests

// An endpoint given by the caller is taken as it is; otherwise the Region and its partition make the host's name.
apply AmazonBedrockControlPlaneService @endpointRuleSet({
    version: "1.0"
    parameters: {
        Region: {
            type: "String"
            builtIn: "AWS::Region"
            required: false
            documentation: "The Region whose endpoint is wanted."
        }
        UseDualStack: {
            type: "Boolean"
            builtIn: "AWS::UseDualStack"
            required: true
            default: false
            documentation: "Ask for the endpoint that answers over IPv6 as well as IPv4."
        }
        UseFIPS: {
            type: "Boolean"
            builtIn: "AWS::UseFIPS"
            required: true
            default: false
            documentation: "Ask for the endpoint whose cryptography is validated to FIPS 140."
        }
        Endpoint: {
            type: "String"
            builtIn: "SDK::Endpoint"
            required: false
            documentation: "An address to use in place of the service's own."
        }
    }
    rules: [
        {
            type: "tree"
            conditions: [{ fn: "isSet", argv: [{ ref: "Endpoint" }] }]
            rules: [
                {
                    type: "error"
                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }]
                    error: "Invalid Configuration: FIPS and custom endpoint are not supported"
                }
                {
                    type: "error"
                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }]
                    error: "Invalid Configuration: Dualstack and custom endpoint are not supported"
                }
                {
                    type: "endpoint"
                    conditions: []
                    endpoint: { url: { ref: "Endpoint" }, properties: {}, headers: {} }
                }
            ]
        }
        {
            type: "tree"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Region" }] }
                { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "PartitionResult" }
            ]
            rules: [
                {
                    type: "tree"
                    conditions: [
                        { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
                        { fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }
                    ]
                    rules: [
                        {
                            type: "endpoint"
                            conditions: [
                                { fn: "booleanEquals", argv: [{ fn: "getAttr", argv: [{ ref: "PartitionResult" }, "supportsFIPS"] }, true] }
                                { fn: "booleanEquals", argv: [{ fn: "getAttr", argv: [{ ref: "PartitionResult" }, "supportsDualStack"] }, true] }
                            ]
                            endpoint: { url: "https://bedrock-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", properties: {}, headers: {} }
                        }
                        {
                            type: "error"
                            conditions: []
                            error: "FIPS and DualStack are enabled, but this partition does not support one or both"
                        }
                    ]
                }
                {
                    type: "tree"
                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }]
                    rules: [
                        {
                            type: "endpoint"
                            conditions: [
                                { fn: "booleanEquals", argv: [{ fn: "getAttr", argv: [{ ref: "PartitionResult" }, "supportsFIPS"] }, true] }
                            ]
                            endpoint: { url: "https://bedrock-fips.{Region}.{PartitionResult#dnsSuffix}", properties: {}, headers: {} }
                        }
                        {
                            type: "error"
                            conditions: []
                            error: "FIPS is enabled but this partition does not support FIPS"
                        }
                    ]
                }
                {
                    type: "tree"
                    conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }]
                    rules: [
                        {
                            type: "endpoint"
                            conditions: [
                                { fn: "booleanEquals", argv: [{ fn: "getAttr", argv: [{ ref: "PartitionResult" }, "supportsDualStack"] }, true] }
                            ]
                            endpoint: { url: "https://bedrock.{Region}.{PartitionResult#dualStackDnsSuffix}", properties: {}, headers: {} }
                        }
                        {
                            type: "error"
                            conditions: []
                            error: "DualStack is enabled but this partition does not support DualStack"
                        }
                    ]
                }
                {
                    type: "endpoint"
                    conditions: []
                    endpoint: { url: "https://bedrock.{Region}.{PartitionResult#dnsSuffix}", properties: {}, headers: {} }
                }
            ]
        }
        {
            type: "error"
            conditions: []
            error: "Invalid Configuration: Missing Region"
        }
    ]
})

apply AmazonBedrockControlPlaneService @endpointTests({
    version: "1.0"
    testCases: [
        {
            documentation: "a Region of the commercial partition"
            params: { Region: "eu-central-1", UseFIPS: false, UseDualStack: false }
            expect: { endpoint: { url: "https://bedrock.eu-central-1.amazonaws.com" } }
        }
        {
            documentation: "the same, over IPv6"
            params: { Region: "eu-central-1", UseFIPS: false, UseDualStack: true }
            expect: { endpoint: { url: "https://bedrock.eu-central-1.api.aws" } }
        }
        {
            documentation: "the same, with FIPS"
            params: { Region: "us-east-1", UseFIPS: true, UseDualStack: false }
            expect: { endpoint: { url: "https://bedrock-fips.us-east-1.amazonaws.com" } }
        }
        {
            documentation: "the same, with both"
            params: { Region: "us-east-1", UseFIPS: true, UseDualStack: true }
            expect: { endpoint: { url: "https://bedrock-fips.us-east-1.api.aws" } }
        }
        {
            documentation: "a Region of the partition in China has another suffix"
            params: { Region: "cn-north-1", UseFIPS: false, UseDualStack: false }
            expect: { endpoint: { url: "https://bedrock.cn-north-1.amazonaws.com.cn" } }
        }
        {
            documentation: "a custom endpoint needs no Region"
            params: { Endpoint: "http://127.0.0.1:4566", UseFIPS: false, UseDualStack: false }
            expect: { endpoint: { url: "http://127.0.0.1:4566" } }
        }
        {
            documentation: "a custom endpoint cannot be made FIPS"
            params: { Region: "us-east-1", Endpoint: "https://example.com", UseFIPS: true, UseDualStack: false }
            expect: { error: "Invalid Configuration: FIPS and custom endpoint are not supported" }
        }
        {
            documentation: "a custom endpoint cannot be made dual-stack"
            params: { Region: "us-east-1", Endpoint: "https://example.com", UseFIPS: false, UseDualStack: true }
            expect: { error: "Invalid Configuration: Dualstack and custom endpoint are not supported" }
        }
        {
            documentation: "without a Region there is no endpoint"
            params: { UseFIPS: false, UseDualStack: false }
            expect: { error: "Invalid Configuration: Missing Region" }
        }
    ]
})
