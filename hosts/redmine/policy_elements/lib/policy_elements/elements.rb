# frozen_string_literal: true

module PolicyElements
  module Elements
    TAGS = %w[
      policy-viewer
      policy-acknowledgement
      policy-changes
      policy-check
      policy-contacts
      policy-faq
      policy-guidelines
      policy-mandates
      policy-notice
      policy-platforms
      policy-profiles
      policy-quiz
      policy-reactions
      policy-reporting
      policy-rollout
      policy-rules
      policy-search
      policy-section
      policy-text
      policy-tip
      policy-trainings
    ].freeze

    # What an author may say of an element. Where a confirmation goes is not for authors to say.
    ATTRIBUTES = %w[
      src
      href
      lang
      audience
      hide
      section
      sections
      known-version
      heading-level
      reading
      presenter
      every
      kinds
    ].freeze

    # Those that ask for a confirmation.
    ACKNOWLEDGING = %w[policy-viewer policy-acknowledgement policy-notice].freeze
  end
end
