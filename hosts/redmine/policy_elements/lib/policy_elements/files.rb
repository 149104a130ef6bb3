# frozen_string_literal: true

module PolicyElements
  # What browsers are given: the built files that somebody put into `assets`, and our own.
  module Files
    ROOT = Pathname.new(File.expand_path('../..', __dir__))
    BUILT = /\Apolicy-elements[\w.-]*\.js\z/.freeze
    OWN = %w[acknowledge.js elements.css].freeze
    # Its name changes with its content.
    HASHED = /-[a-z0-9]{8}\.js\z/.freeze

    def self.present?
      ROOT.join('assets', 'policy-elements.js').readable?
    end

    def self.find(name)
      folder = 'assets' if BUILT.match?(name)
      folder = 'resources' if OWN.include?(name)
      path = folder && ROOT.join(folder, name)
      path if path&.file?
    end
  end
end
